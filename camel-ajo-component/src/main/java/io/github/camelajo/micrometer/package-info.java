/** Meters for Micrometer. Loaded only when an application has a meter registry; nothing else touches Micrometer. */
package io.github.camelajo.micrometer;
