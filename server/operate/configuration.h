// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include "server/app/authenticator.h"
#include "server/app/policy.h"

namespace jjak::operate {

//! Everything an operator can set, with its defaults. What each value means, how it is written and within which bounds
//! stands in configuration_keys.cpp and only there.
struct Configuration {
    QString dataFolder;
    QString database; //!< empty: a file in the folder

    QString databaseRead; //!< empty: there is no copy
    QString redis; //!< empty: this server is alone
    QString nodeName;
    QString roles = QStringLiteral("both");
    int streams = 24;

    QString listen = QStringLiteral("127.0.0.1");
    int port = 4627;
    QString path = QStringLiteral("/");
    QStringList origins;
    QStringList trustedProxies;
    int ioThreads = 2;
    int readers = 2;
    int fileThreads = 2;
    QString filesFolder; //!< empty: the data folder

    QString tlsListen;
    int tlsPort = 4628;
    QString tlsCertificate, tlsKey;

    Duration helloTime = limits::helloTime;
    Duration idleTime = limits::idleTime;
    Duration closeTime = 2s;
    int outBufferKib = limits::outBufferBytes / 1024;
    int connections = 15'000;
    int connectionsPerAddress = limits::connectionsPerAddress;
    int pendingRequests = 64;
    double rateFactor = 1;

    app::AuthLimits auth;
    int hashPasses = 1;
    int hashMemoryMib = 46;
    app::Policy policy;

    QString logLevel = QStringLiteral("info");
    QString logFormat = QStringLiteral("text");

    QString metricsListen;
    int metricsPort = 9627;
};

} // namespace jjak::operate
