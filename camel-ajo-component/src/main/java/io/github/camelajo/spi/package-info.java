/**
 * What an application gives to the component, beside its options: a client secret, and the places where positions of sources and items
 * of the outbox are kept.
 */
package io.github.camelajo.spi;
