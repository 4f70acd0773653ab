package io.shiporskip.mail;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;

import javax.net.SocketFactory;

/**
 * Sockets for one connection after the other that send at once. The transport writes a mail in pieces, and by default each piece would wait until the server has
 * confirmed the one before, which servers put off by 40 milliseconds.
 */
final class PromptSockets extends SocketFactory {

    private @Nullable Socket latest;

    /**
     * Has whoever reads from the latest socket wait at least as long from now on; TLS above it reads from it as well.
     *
     * @return how long it waited before
     */
    synchronized Duration beAtLeastAsPatientAs(Duration patience) throws SocketException {
        if (latest == null) {
            return patience;
        }
        Duration before = Duration.ofMillis(latest.getSoTimeout());
        // No time at all means for ever.
        if (before.isPositive() && before.compareTo(patience) < 0) {
            latest.setSoTimeout(Math.toIntExact(patience.toMillis()));
        }
        return before;
    }

    /** Has whoever reads from the latest socket wait for so long from now on. */
    synchronized void waitFor(Duration patience) throws SocketException {
        if (latest != null) {
            latest.setSoTimeout(Math.toIntExact(patience.toMillis()));
        }
    }

    @Override
    public synchronized Socket createSocket() throws SocketException {
        Socket socket = new Socket();
        socket.setTcpNoDelay(true);
        latest = socket;
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(localHost, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(localHost, localPort));
    }

    private Socket connected(InetSocketAddress to, @Nullable InetSocketAddress from)
            throws IOException {
        Socket socket = createSocket();
        try {
            if (from != null) {
                socket.bind(from);
            }
            socket.connect(to);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
