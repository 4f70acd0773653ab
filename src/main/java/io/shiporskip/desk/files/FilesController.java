package io.shiporskip.desk.files;

import io.shiporskip.desk.Editor;
import io.shiporskip.desk.NotPossible;
import io.shiporskip.importing.Imports;
import io.shiporskip.importing.Upload;
import io.shiporskip.importing.UploadRefused;
import io.shiporskip.platform.Redirects;
import io.shiporskip.shared.Htmx;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Files out, and files in as a plan that changes nothing yet. */
@Controller
class FilesController {

    static final String PATH = "/desk/files";

    private final Imports imports;

    FilesController(Imports imports) {
        this.imports = imports;
    }

    @GetMapping(PATH)
    ModelAndView page() {
        return page("");
    }

    @PostMapping(PATH)
    ModelAndView propose(@RequestParam(required = false) @Nullable List<MultipartFile> files,
            @AuthenticationPrincipal Editor editor, Htmx htmx, HttpServletResponse response) throws IOException {
        UUID plan;
        try {
            plan = imports.propose(upload(files == null ? List.of() : files), editor.author());
        } catch (UploadRefused refused) {
            if (htmx.request()) {
                throw new NotPossible(String.valueOf(refused.getMessage()));
            }
            ModelAndView page = page(String.valueOf(refused.getMessage()));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        String path = PlanController.path(plan);
        if (htmx.request()) {
            response.setHeader("HX-Redirect", path);
            return new ModelAndView("desk/files/plan :: onTheWay");
        }
        return Redirects.seeOther(path);
    }

    private ModelAndView page(String problem) {
        return new ModelAndView("desk/files/files", "view", new FilesView(imports.latest(), problem));
    }

    /** Browsers send an empty file where none was chosen, and some send the folders of a name; no browser sends control characters. */
    private static Upload upload(List<MultipartFile> sent) throws IOException {
        List<Upload.Part> parts = new ArrayList<>();
        for (MultipartFile file : sent) {
            String name = String.valueOf(file.getOriginalFilename()).replaceAll("\\p{Cntrl}", "");
            if (!file.isEmpty()) {
                parts.add(new Upload.Part(name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1),
                        file.getBytes()));
            }
        }
        return new Upload(parts);
    }
}
