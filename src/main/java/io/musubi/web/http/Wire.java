package io.musubi.web.http;

import jakarta.servlet.http.HttpServletRequest;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/** The connection below a request. */
public final class Wire {
    private Wire() {}

    /**
     * Closes the connection in the middle of an answer, without the mark that ends one, so that nobody takes a part for
     * the whole.
     */
    public static void breakOff(HttpServletRequest request) {
        ServletContextRequest.getServletContextRequest(request)
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }
}
