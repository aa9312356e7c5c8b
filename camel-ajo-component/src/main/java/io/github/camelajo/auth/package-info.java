/**
 * Access tokens from Adobe's login (IMS): asked for once, shared by all who need them, renewed before they end.
 *
 * <p>
 * The way in is {@link io.github.camelajo.auth.AccessTokenManagerRegistry}: an endpoint acquires a lease for its credentials
 * and asks the lease's {@link io.github.camelajo.auth.AccessTokenManager} for a token before each call. How a request travels
 * is not known here; {@link io.github.camelajo.auth.TokenTransport} is given from outside.
 * </p>
 */
package io.github.camelajo.auth;
