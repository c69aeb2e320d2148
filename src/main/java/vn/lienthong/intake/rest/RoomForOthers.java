package vn.lienthong.intake.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.lienthong.intake.Intake;

/** Asks for room on the disk before what other rooms take in and keep as evidence, as the intake does for itself. */
@Component
class RoomForOthers extends OncePerRequestFilter {
    private static final String ACKNOWLEDGEMENTS = "/v1/insurance/acknowledgements";

    private final Intake intake;

    RoomForOthers(Intake intake) {
        this.intake = intake;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || !request.getRequestURI().equals(ACKNOWLEDGEMENTS);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        intake.requireRoom();
        chain.doFilter(request, response);
    }
}
