package io.shiporskip.desk;

import io.shiporskip.platform.Redirects;
import io.shiporskip.visitors.Networks;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Signing in and out. */
@Controller
class SignInController {

    private static final String WRONG = "E-mail address and password do not go together. Check both and try again.";

    private final SignIns signIns;
    private final AccountContext sessions;
    private final Networks networks;

    SignInController(SignIns signIns, AccountContext sessions, Networks networks) {
        this.signIns = signIns;
        this.sessions = sessions;
        this.networks = networks;
    }

    @GetMapping("/desk/sign-in")
    ModelAndView page(@RequestParam(required = false) @Nullable String back,
            @RequestParam(required = false) @Nullable String left, @AuthenticationPrincipal @Nullable Editor editor) {
        String target = DeskAddress.orStart(back);
        return editor != null ? Redirects.seeOther(target)
                : new ModelAndView("desk/sign-in", "view", SignInView.fresh(target, left != null
                        ? "You are signed out."
                        : back != null ? "Sign in to go on." : ""));
    }

    @PostMapping("/desk/sign-in")
    ModelAndView signIn(@RequestParam(defaultValue = "") String email, @RequestParam(defaultValue = "") String password,
            @RequestParam(required = false) @Nullable String back, HttpServletRequest request,
            HttpServletResponse response) {
        Typed typed = Typed.carriedBy(request);
        String target = DeskAddress.orStart(back);
        switch (signIns.attempt(email, password, networks.of(request))) {
            case SignIns.Answer.In in -> {
                sessions.enter(request, in.account(), in.generation());
                // A page with a button and no redirect: only the browser's own form sends a form again.
                return typed == null ? Redirects.seeOther(target) : new ModelAndView("desk/resume", "view", typed);
            }
            case SignIns.Answer.Wrong _ -> {
                return again(email, target, WRONG, typed, HttpStatus.UNPROCESSABLE_CONTENT);
            }
            case SignIns.Answer.Wait wait -> {
                long minutes = wait.time().plusSeconds(59).toMinutes();
                response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.time().toSeconds()));
                return again(email, target, "Too many attempts. Wait " + minutes
                        + (minutes == 1 ? " minute" : " minutes") + " and try again.", typed,
                        HttpStatus.TOO_MANY_REQUESTS);
            }
        }
    }

    @PostMapping("/desk/sign-out")
    ModelAndView signOut(HttpServletRequest request) {
        sessions.leave(request);
        return Redirects.seeOther("/desk/sign-in?left");
    }

    private static ModelAndView again(String email, String back, String problem, @Nullable Typed typed,
            HttpStatusCode status) {
        ModelAndView page = new ModelAndView("desk/sign-in", "view",
                new SignInView(email, back, typed == null ? "" : "What you typed is kept.", problem, typed));
        page.setStatus(status);
        return page;
    }
}
