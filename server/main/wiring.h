// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "server/operate/configuration.h"

namespace jjak::server {

//! The whole server in one process: the only place that knows storage, engine, gateway and operation, and in which order
//! they begin and end. Needs an event loop in the thread that starts it only for the metrics and the control socket. Not for several threads at once.
class Server {
public:
    explicit Server(operate::Configuration configuration);
    ~Server(); //!< stops

    //! Returns when connections are taken. Throws storage::StartupError with a sentence for the operator; nothing is left running then.
    void start();
    //! Takes no more connections, says goodbye, finishes and stores all that was taken in, and lets go of the data folder.
    void stop();

    //! The ports that were taken; 0: none, or not running.
    quint16 port() const;
    quint16 tlsPort() const;
    quint16 metricsPort() const;

private:
    struct Parts;

    operate::Configuration m_configuration;
    std::unique_ptr<Parts> m_parts;
};

//! The data folder of a configuration, also when it names none.
QString dataFolderOf(const operate::Configuration &configuration);
//! The same of the folder of its images and files.
QString filesFolderOf(const operate::Configuration &configuration);

} // namespace jjak::server
