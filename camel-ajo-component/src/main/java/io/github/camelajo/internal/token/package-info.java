/**
 * Access tokens from Adobe's login (IMS): requested once, shared by all that need them, renewed before they end.
 *
 * <p>
 * The way in is {@link io.github.camelajo.internal.token.AccessTokenManagerRegistry}: an endpoint acquires a lease for its
 * credentials and asks the lease's {@link io.github.camelajo.internal.token.AccessTokenManager} for a token before each call.
 * How a request travels is not known here; {@link io.github.camelajo.internal.login.TokenTransport} is given from outside.
 * </p>
 */
package io.github.camelajo.internal.token;
