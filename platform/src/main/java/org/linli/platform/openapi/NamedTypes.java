package org.linli.platform.openapi;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;

import java.util.Iterator;

/** Describes types under the names that they say, and tells {@link SchemaNames} which type bears which. */
final class NamedTypes extends ModelResolver {

    private final SchemaNames names;

    NamedTypes(SchemaNames names) {
        super(Json31.mapper(), names);
        openapi31(true);
        this.names = names;
    }

    @Override
    public Schema<?> resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> next) {
        names.note(_mapper.constructType(type.getType()).getRawClass());
        return super.resolve(type, context, next);
    }
}
