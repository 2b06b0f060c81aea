package io.foliot.softfloat;

import com.contrastsecurity.sarif.SarifSchema210;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** The official schema of SARIF 2.1.0. */
final class SarifSchema {
  private final JsonSchema schema;

  SarifSchema() throws IOException {
    try (InputStream in =
        SarifSchema210.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(in);
    }
  }

  /** What is wrong with a document. */
  List<String> errors(JsonNode sarif) {
    List<String> errors = new ArrayList<>();
    schema
        .validate(sarif, context -> context.getExecutionConfig().setFormatAssertionsEnabled(true))
        .forEach(message -> errors.add(message.toString()));
    return errors;
  }
}
