package org.onrecord.api.web;

import org.jspecify.annotations.Nullable;
import org.onrecord.api.ResultList;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Tells where a list goes on as a header too (RFC 8288), for clients that follow links without reading bodies. */
@RestControllerAdvice
class NextLink implements ResponseBodyAdvice<Object> {

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returned,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body instanceof ResultList<?> list && list.next() != null) {
            response.getHeaders().add(HttpHeaders.LINK, "<" + list.next() + ">; rel=\"next\"");
        }
        return body;
    }
}
