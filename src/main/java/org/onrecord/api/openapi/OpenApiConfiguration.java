package org.onrecord.api.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.onrecord.api.Caller;
import org.onrecord.api.IdempotencyKey;
import org.onrecord.api.Preconditions;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Makes springdoc tell what the conventions add to every operation. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    static {
        // Made from headers, not from the query.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Preconditions.class, IdempotencyKey.class, Caller.class);
    }

    @Bean
    OpenAPI description(ObjectProvider<BuildProperties> build) {
        var version =
                build.stream().map(BuildProperties::getVersion).findFirst().orElse("development");
        return new OpenAPI()
                .info(new Info()
                        .title("OnRecord")
                        .version(version)
                        .description("A newsroom's archive of who said what, about whom, where it was printed, and"
                                + " what changed since. Errors are problems (RFC 9457); lists are followed by `next`;"
                                + " changes carry `If-Match`.")
                        .license(new License().name("Apache-2.0").url("https://www.apache.org/licenses/LICENSE-2.0")))
                .servers(List.of(new Server().url("/").description("This service")))
                .components(new Components()
                        .addSecuritySchemes(
                                "key",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("A key (`or_…`) or a token. Not needed where the service"
                                                + " listens on its own machine only and has no keys.")))
                .security(List.of(new SecurityRequirement().addList("key"), new SecurityRequirement()));
    }

    @Bean
    OperationCustomizer conventionsOfOperations() {
        return new OperationConventions();
    }

    @Bean
    OpenApiCustomizer conventionsOfTheDocument(List<RequestMappingHandlerMapping> mappings) {
        return new DocumentConventions(OperationTable.read(), RecordTypes.of(mappings));
    }
}
