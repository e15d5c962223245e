package io.musubi.web.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.StandardSocketOptions;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connection below a request. */
public final class Wire {
    private static final Logger LOG = LoggerFactory.getLogger(Wire.class);

    private Wire() {}

    /**
     * Resets the connection in the middle of an answer, so that nobody takes a part for the whole: where the client keeps no
     * connection, the answer's end is that of the connection, and only a reset tells one from the other.
     */
    public static void breakOff(HttpServletRequest request) {
        EndPoint end = ServletContextRequest.getServletContextRequest(request)
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint();
        try {
            if (end instanceof SocketChannelEndPoint wire) {
                wire.getChannel().setOption(StandardSocketOptions.SO_LINGER, 0);
            }
        } catch (IOException e) {
            LOG.debug("The caller has gone", e);
        }
        end.close();
    }
}
