/** An answer in, a value or an exception out. Errors are read here, in all the forms that Adobe gives them. */
package io.github.camelajo.internal.answer;
