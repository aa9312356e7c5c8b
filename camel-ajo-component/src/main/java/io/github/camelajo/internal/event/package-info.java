/** Events for journeys: what is sent, how it is cut into requests, and what the answers say about each message. */
package io.github.camelajo.internal.event;
