/** Events for journeys: what goes out, how it is cut into requests, and what the answers say of each message. */
package io.github.camelajo.internal.event;
