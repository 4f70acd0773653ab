package io.shiporskip.newsletter;

import io.shiporskip.mail.Postman;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Tells every page whether one can sign up for the weekly e-mail, as {@code signUp}: the form stands on many. Templates find
 * what is an attribute of the request.
 */
@Component
class SignUpState implements HandlerInterceptor, WebMvcConfigurer {

    private final Postman postman;

    SignUpState(Postman postman) {
        this.postman = postman;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod) {
            request.setAttribute("signUp", postman.delivers());
        }
        return true;
    }
}
