/** What comes from outside, made fit for use: masked, shortened, or read leniently. */
package io.github.camelajo.internal.text;
