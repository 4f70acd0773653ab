package io.shiporskip.desk.files;

import io.shiporskip.importing.Upload;
import jakarta.servlet.MultipartConfigElement;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Lets files be larger at the one address that takes them. How much a server reads of a form with files belongs to a servlet, so
 * this address has one of its own, over the same controllers; all others keep the limit of the site. What is larger than a form is
 * kept in a temporary file while it is read, so that nobody fills the memory with it.
 */
@Configuration(proxyBeanMethods = false)
class UploadServlet {

    /** Room for the form around the files. */
    private static final int FORM = 64 * 1024;

    @Bean
    ServletRegistrationBean<DispatcherServlet> filesServlet(WebApplicationContext context) {
        ServletRegistrationBean<DispatcherServlet> servlet = new ServletRegistrationBean<>(
                new DispatcherServlet(context), FilesController.PATH);
        servlet.setName("files");
        int most = Upload.MOST_BYTES + FORM;
        servlet.setMultipartConfig(new MultipartConfigElement("", most, most, FORM));
        return servlet;
    }
}
