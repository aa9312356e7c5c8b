/** What went wrong: the facts of a failure, and Adobe's codes with what they mean. */
package io.github.camelajo.internal.failure;
