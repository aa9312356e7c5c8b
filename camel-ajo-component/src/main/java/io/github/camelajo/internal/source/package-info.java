/**
 * Routes that start with a list: find what has changed, deliver it one by one, and keep a position that survives
 * restarts.
 */
package io.github.camelajo.internal.source;
