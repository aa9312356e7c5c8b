package io.github.camelajo.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Marks the component that takes the fields without a component of their own. Jackson also reads a field of the component's
 * name into it, as if that were the whole map. The name here is one that no API uses, so that a field called "other" is kept
 * like any other.
 */
@JacksonAnnotationsInside
@JsonAnySetter
@JsonAnyGetter
@JsonProperty("*")
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@interface OtherFields {}
