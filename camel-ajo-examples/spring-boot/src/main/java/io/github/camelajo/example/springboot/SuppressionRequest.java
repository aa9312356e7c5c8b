package io.github.camelajo.example.springboot;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What callers send.
 *
 * @param address the email address
 * @param comment why; Journey Optimizer takes printable ASCII only
 */
record SuppressionRequest(
        @JsonProperty("address")
        @NotBlank(message = "is missing")
        @Email(message = "is not an email address")
        @Size(max = 254, message = "is longer than 254 characters")
        String address,

        @JsonProperty("comment")
        @Size(max = 200, message = "is longer than 200 characters")
        @Pattern(regexp = "[ -~]*", message = "has characters other than printable ASCII")
        String comment) {

    /** Does not show personal data, wherever it may be printed. */
    @Override
    public String toString() {
        return "SuppressionRequest";
    }
}
