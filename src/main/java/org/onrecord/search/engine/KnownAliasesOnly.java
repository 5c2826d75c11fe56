package org.onrecord.search.engine;

import java.net.URI;
import org.apache.http.HttpRequest;
import org.apache.http.client.methods.HttpRequestWrapper;
import org.apache.http.protocol.HttpContext;
import org.hibernate.search.backend.elasticsearch.client.rest4.ElasticsearchHttpClientConfigurationContext;
import org.hibernate.search.backend.elasticsearch.client.rest4.ElasticsearchHttpClientConfigurer;

/**
 * Makes OpenSearch refuse to write into an index that somebody deleted. Otherwise it would create a new index with the
 * name of the alias, without our analysis, and searches would find almost nothing without any error.
 */
public class KnownAliasesOnly implements ElasticsearchHttpClientConfigurer {

    @Override
    public void configure(ElasticsearchHttpClientConfigurationContext context) {
        context.clientBuilder().addInterceptorFirst((HttpRequest request, HttpContext ignored) -> {
            if (request instanceof HttpRequestWrapper wrapper) {
                wrapper.setURI(requireAlias(wrapper.getURI()));
            }
        });
    }

    private static URI requireAlias(URI uri) {
        if (!uri.getPath().endsWith("/_bulk")) {
            return uri;
        }
        return URI.create(uri + (uri.getRawQuery() == null ? "?" : "&") + "require_alias=true");
    }
}
