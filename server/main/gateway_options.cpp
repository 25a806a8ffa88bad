// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/main/gateway_options.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>

#include "server/storage/startup_error.h"

namespace jjak::server {

using namespace Qt::StringLiterals;
using storage::StartupError;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw StartupError(u"%1 cannot be read: %2"_s.arg(path, file.errorString()));
    return file.readAll();
}

QSslKey keyIn(const QByteArray &pem)
{
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Rsa, QSsl::Ec}) {
        const QSslKey key(pem, algorithm);
        if (!key.isNull())
            return key;
    }
    return {};
}

QSslConfiguration tlsOf(const operate::Configuration &c)
{
    const auto chain = QSslCertificate::fromData(contentOf(c.tlsCertificate), QSsl::Pem);
    if (chain.isEmpty())
        throw StartupError(u"%1 holds no certificate in PEM form"_s.arg(c.tlsCertificate));
    const QSslKey key = keyIn(contentOf(c.tlsKey));
    if (key.isNull())
        throw StartupError(u"%1 holds no private key (RSA or EC, in PEM form, without a passphrase)"_s.arg(c.tlsKey));
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificateChain(chain);
    tls.setPrivateKey(key);
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    return tls;
}

gateway::GatewayLimits limitsOf(const operate::Configuration &c)
{
    gateway::GatewayLimits limits;
    limits.helloTime = c.helloTime;
    limits.idleTime = c.idleTime;
    limits.closeTime = c.closeTime;
    limits.outBufferBytes = qsizetype(c.outBufferKib) * 1024;
    limits.connections = c.connections;
    limits.connectionsPerAddress = c.connectionsPerAddress;
    limits.pendingRequests = c.pendingRequests;
    for (gateway::Rate &rate : limits.families) {
        rate.perSecond *= c.rateFactor;
        rate.burst *= c.rateFactor;
    }
    limits.chunks.perSecond *= c.rateFactor;
    limits.chunks.burst *= c.rateFactor;
    return limits;
}

//! What a configuration holds has been read once already.
gateway::TrustedProxies proxiesOf(const operate::Configuration &c)
{
    QList<IpNetwork> networks;
    for (const QString &text : c.trustedProxies) {
        if (const auto network = IpNetwork::from(text.toUtf8()))
            networks += *network;
        else
            throw StartupError(u"\"%1\" in server.trusted_proxies is no address and no network"_s.arg(text));
    }
    return gateway::TrustedProxies(networks);
}

} // namespace

gateway::GatewayOptions gatewayOptions(const operate::Configuration &c)
{
    gateway::GatewayOptions options;
    options.threads = c.ioThreads;
    options.limits = limitsOf(c);
    options.handshake.path = c.path.toLatin1();
    for (const QString &origin : c.origins)
        options.handshake.origins += origin.toLatin1();
    options.proxies = proxiesOf(c);
    if (!c.tlsListen.isEmpty())
        options.tls = tlsOf(c);
    return options;
}

} // namespace jjak::server
