package io.musubi.web.sparql;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Fuseki answers, kept away from the wire: its headers are not ours, its bytes go to an {@link Answer}. */
final class FusekiResponse extends HttpServletResponseWrapper {
    private final Answer answer;
    private volatile int status = 200;
    private volatile @Nullable String error;

    FusekiResponse(HttpServletResponse response, Answer answer) {
        super(response);
        this.answer = answer;
    }

    /** The words of Fuseki's own refusal, if it made one. */
    @Nullable
    String error() {
        return error;
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return answer;
    }

    @Override
    public void sendError(int code, @Nullable String message) {
        status = code;
        error = message == null ? "Status " + code : message;
    }

    @Override
    public void sendError(int code) {
        sendError(code, null);
    }

    @Override
    public void setStatus(int code) {
        status = code;
    }

    @Override
    public int getStatus() {
        return status;
    }

    @Override
    public void setHeader(String name, String value) {
        // Not ours.
    }

    @Override
    public void addHeader(String name, String value) {
        // Not ours.
    }

    @Override
    public void setIntHeader(String name, int value) {
        // Not ours.
    }

    @Override
    public void setDateHeader(String name, long value) {
        // Not ours.
    }

    @Override
    public @Nullable String getHeader(String name) {
        return null;
    }

    @Override
    public Collection<String> getHeaderNames() {
        return List.of();
    }

    @Override
    public boolean containsHeader(String name) {
        return false;
    }

    @Override
    public void setContentType(String type) {
        // Already chosen.
    }

    @Override
    public void setCharacterEncoding(String encoding) {
        // Always UTF-8.
    }

    @Override
    public void setContentLength(int length) {
        // Known when the answer is whole.
    }

    @Override
    public void setContentLengthLong(long length) {
        // Known when the answer is whole.
    }

    @Override
    public void flushBuffer() {
        // Held back.
    }

    @Override
    public boolean isCommitted() {
        return false;
    }

    @Override
    public void reset() {
        // Nothing was kept.
    }

    @Override
    public void resetBuffer() {
        // Nothing was kept.
    }
}
