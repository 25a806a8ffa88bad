// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/packaging/nginx_server.h"

#include <QDir>
#include <QElapsedTimer>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#include <csignal>
#include <stdexcept>

namespace jjak::test {

using namespace Qt::StringLiterals;

namespace {

//! What a site has in its nginx.conf; jjak.conf is included as Debian does it. Everything is kept in the folder.
constexpr auto mainFile = R"(daemon off;
worker_processes 2;
pid nginx.pid;
error_log stderr error;
events { worker_connections 1024; }
http {
    access_log access.log;
    client_body_temp_path temporary;
    proxy_temp_path temporary;
    fastcgi_temp_path temporary;
    uwsgi_temp_path temporary;
    scgi_temp_path temporary;
    include jjak.conf;
}
)";

QString nginxProgram()
{
    for (const QStringList &where : {QStringList(), QStringList{u"/usr/sbin"_s, u"/sbin"_s}})
        if (const QString path = QStandardPaths::findExecutable(u"nginx"_s, where); !path.isEmpty())
            return path;
    throw std::runtime_error("nginx is needed: it is neither on the PATH nor in /usr/sbin. ./test installs it; by hand it is the package nginx.");
}

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

bool isOpen(quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, port);
    return socket.waitForConnected(1000);
}

} // namespace

NginxServer::NginxServer(const QList<quint16> &nodes, const QHash<QString, QByteArray> &files) : m_server(nginxProgram(), u"TERM"_s)
{
    const QString packaged = QStringLiteral(JJAK_SOURCE_DIR "/packaging/nginx/");
    QDir(m_server.folder()).mkdir(u"jjak"_s);
    for (const QString &name : {u"jjak.conf"_s, u"jjak/times.conf"_s})
        if (!QFile::copy(packaged + name, m_server.folder() + u'/' + name))
            throw std::runtime_error("packaging/nginx cannot be copied");
    QByteArray upstream;
    for (const quint16 node : nodes)
        upstream += "server 127.0.0.1:" + QByteArray::number(node) + " max_fails=1 fail_timeout=1s;\n";
    write(u"nginx.conf"_s, mainFile);
    write(u"jjak/nodes.conf"_s, upstream);
    for (auto it = files.begin(); it != files.end(); ++it)
        write(u"jjak/"_s + it.key(), it.value());
    makeCertificate();
    for (int i = 0; i < 5; ++i) // somebody else may take a port that was free a moment ago
        if (start())
            return;
    throw std::runtime_error("nginx does not serve:\n" + log().toStdString());
}

void NginxServer::write(const QString &name, const QByteArray &text) const
{
    QFile file(m_server.folder() + u'/' + name);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        throw std::runtime_error("nginx' folder cannot be written");
}

void NginxServer::makeCertificate()
{
    m_server.run(u"openssl"_s, {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s, u"-nodes"_s, u"-subj"_s, u"/CN=localhost"_s, u"-keyout"_s, u"key.pem"_s,
                                u"-out"_s, u"certificate.pem"_s});
}

bool NginxServer::start()
{
    m_tlsPort = freePort();
    m_httpPort = freePort();
    write(u"jjak/tls.conf"_s, "listen 127.0.0.1:" + QByteArray::number(m_tlsPort) + " ssl;\nserver_name localhost;\nssl_certificate certificate.pem;\nssl_certificate_key key.pem;\n");
    write(u"jjak/http.conf"_s, "listen 127.0.0.1:" + QByteArray::number(m_httpPort) + ";\nserver_name localhost;\n");
    m_server.launch(nginxProgram(), {u"-p"_s, m_server.folder(), u"-c"_s, m_server.folder() + u"/nginx.conf"_s});
    QElapsedTimer timer;
    for (timer.start(); timer.elapsed() < 20'000 && m_server.isRunning(); QThread::msleep(5))
        if (isOpen(m_tlsPort) && isOpen(m_httpPort))
            return true;
    return false;
}

void NginxServer::reload()
{
    const QList<qint64> before = m_server.processes();
    ::kill(pid_t(m_server.pid()), SIGHUP);
    QElapsedTimer timer;
    for (timer.start(); timer.elapsed() < 20'000; QThread::msleep(5)) {
        int fresh = 0;
        for (const qint64 process : m_server.processes())
            fresh += !before.contains(process);
        if (fresh == 2)
            return;
    }
    throw std::runtime_error("nginx does not begin again:\n" + log().toStdString());
}

QByteArray NginxServer::accessLog() const
{
    QFile file(m_server.folder() + u"/access.log"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

} // namespace jjak::test
