// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/main/wiring.h"

#include <QDir>
#include <QStandardPaths>
#include <sodium.h>

#include "server/app/files/file_sweeper.h"
#include "server/app/reception.h"
#include "server/app/scheduler.h"
#include "server/app/tokens.h"
#include "server/engine/memory/memory_command_log.h"
#include "server/engine/memory/memory_match_pool.h"
#include "server/images/image_process.h"
#include "server/main/figures.h"
#include "server/main/gateway_options.h"
#include "server/main/switchboard.h"
#include "server/main/writer_thread.h"
#include "server/operate/control_socket.h"
#include "server/operate/log_categories.h"
#include "server/operate/metrics_endpoint.h"
#include "server/storage/data_file.h"
#include "server/storage/data_folder.h"
#include "server/storage/disk_folders.h"
#include "server/storage/folder_lock.h"
#include "server/storage/secret_key.h"
#include "server/storage/startup_error.h"

namespace jjak::server {

using namespace Qt::StringLiterals;
using storage::StartupError;

namespace {

//! A reading connection of the thread that opens it.
class Reader final : public app::StoreAccess {
public:
    explicit Reader(const QString &database) : m_stores(database, storage::OpenAs::Reader) {}
    app::Stores stores() override { return m_stores.stores(); }

private:
    storage::StoreSet m_stores;
};

app::HashCost hashCostOf(const operate::Configuration &c)
{
    return {quint64(c.hashPasses), size_t(c.hashMemoryMib) << 20};
}

//! A rehearsal does not wait for people longer than it plays.
operate::Configuration inForce(operate::Configuration c)
{
    Duration &wait = c.policy.dateRules.quorumAfter;
    wait = std::max(wait / c.policy.speed, Duration(1));
    return c;
}

} // namespace

QString dataFolderOf(const operate::Configuration &configuration)
{
    const QString &folder = configuration.dataFolder;
    return folder.isEmpty() ? QDir(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)).filePath(u"jjakd"_s) : QDir(folder).absolutePath();
}

//! What a running server consists of, in the order in which it is made; what stands further down uses what stands above.
struct Server::Parts {
    explicit Parts(const operate::Configuration &configuration);
    ~Parts();

    void begin();
    quint16 listen(const QString &address, int port, bool tls);
    void showMetrics();
    void openControl();

    const operate::Configuration &c;
    const QString database;
    app::SystemClock clock;
    SystemRng rng;
    storage::FolderLock lock;
    storage::DiskUploads uploads;
    storage::DiskFiles files;
    images::ImageProcess images;
    app::Tokens tokens;
    engine::MemoryCommandLog log;
    engine::MemoryMatchPool pool;
    gateway::Gateway gateway;
    operate::ControlSocket control;
    Switchboard fanOut{gateway, control};
    quint16 port = 0, tlsPort = 0;
    std::unique_ptr<WriterThread> writer;
    std::unique_ptr<app::Authenticator> authenticator;
    std::unique_ptr<app::FileDesk> fileDesk;
    std::unique_ptr<app::FileSweeper> fileSweeper;
    std::unique_ptr<app::Reception> reception;
    std::unique_ptr<app::Scheduler> scheduler;
    operate::Metrics metrics;
    std::unique_ptr<operate::MetricsEndpoint> endpoint;
};

Server::Parts::Parts(const operate::Configuration &configuration)
    : c(configuration), database(c.database.isEmpty() ? QDir(dataFolderOf(c)).filePath(u"jjak.sqlite"_s) : c.database), lock(dataFolderOf(c)), uploads(dataFolderOf(c)),
      files(dataFolderOf(c)), tokens(storage::loadOrCreateSecret(dataFolderOf(c), rng)), gateway(gatewayOptions(c))
{
}

//! Apart from the constructor, so that the destructor ends what a start that failed half way has begun.
void Server::Parts::begin()
{
    storage::prepareDatabase(database);
    port = listen(c.listen, c.port, false);
    tlsPort = listen(c.tlsListen, c.tlsPort, true);
    writer = std::make_unique<WriterThread>(database, [this](app::Stores stores) { return std::make_unique<app::Worker>(stores, log, fanOut, pool, clock, rng, c.policy, tokens, uploads, files); });
    const auto openReader = [this]() -> std::unique_ptr<app::StoreAccess> { return std::make_unique<Reader>(database); };
    openReader(); // what keeps readers from opening is told here, and not by a thread that dies of it
    authenticator = std::make_unique<app::Authenticator>(openReader, log, fanOut, clock, c.policy, c.auth, hashCostOf(c));
    fileDesk = std::make_unique<app::FileDesk>(openReader, c.fileThreads, uploads, files, images, log, fanOut, clock, c.policy);
    fileSweeper = std::make_unique<app::FileSweeper>(openReader, uploads, files, log);
    reception = std::make_unique<app::Reception>(openReader, c.readers, *authenticator, *fileDesk, log, fanOut, clock, c.policy);
    scheduler = std::make_unique<app::Scheduler>(openReader, log, clock, c.policy);
    showMetrics();
    openControl();
    gateway.start(*reception);
}

Server::Parts::~Parts()
{
    endpoint.reset();
    control.close();
    gateway.stop();
    if (scheduler)
        scheduler->stop();
    if (reception)
        reception->stop();
    if (fileSweeper)
        fileSweeper->stop();
    if (fileDesk)
        fileDesk->stop();
    if (authenticator)
        authenticator->stop();
    log.close();
    if (writer)
        writer->join();
}

quint16 Server::Parts::listen(const QString &address, int wanted, bool tls)
{
    if (address.isEmpty())
        return 0;
    const auto listening = gateway.listen(address, quint16(wanted), tls);
    if (!listening.error.isEmpty())
        throw StartupError(listening.error);
    qCInfo(operate::serverLog, "listening on %ls port %d%s", qUtf16Printable(address), listening.port, tls ? " (TLS)" : "");
    return listening.port;
}

void Server::Parts::showMetrics()
{
    if (c.metricsListen.isEmpty())
        return;
    addFigures(metrics, gateway.figures(), writer->figures(), fileSweeper->figures(), log);
    endpoint = std::make_unique<operate::MetricsEndpoint>([this] { return metrics.text(); });
    const QString error = endpoint->listen(c.metricsListen, quint16(c.metricsPort));
    if (!error.isEmpty())
        throw StartupError(error);
    qCInfo(operate::serverLog, "metrics on %ls port %d", qUtf16Printable(c.metricsListen), endpoint->port());
}

//! People can do without it, so it stops nothing.
void Server::Parts::openControl()
{
    const QString error = control.listen(QDir(dataFolderOf(c)).filePath(u"control.sock"_s), *reception);
    if (!error.isEmpty())
        qCWarning(operate::serverLog, "%ls", qUtf16Printable(error));
}

Server::Server(operate::Configuration configuration) : m_configuration(inForce(std::move(configuration))) {}

Server::~Server()
{
    stop();
}

void Server::start()
{
    if (sodium_init() < 0)
        throw StartupError(u"libsodium finds no source of random numbers"_s);
    storage::prepareFolder(dataFolderOf(m_configuration));
    m_parts = std::make_unique<Parts>(m_configuration);
    try {
        m_parts->begin();
    } catch (...) {
        m_parts.reset();
        throw;
    }
}

void Server::stop()
{
    m_parts.reset();
}

quint16 Server::port() const
{
    return m_parts ? m_parts->port : 0;
}

quint16 Server::metricsPort() const
{
    return m_parts && m_parts->endpoint ? m_parts->endpoint->port() : 0;
}

quint16 Server::tlsPort() const
{
    return m_parts ? m_parts->tlsPort : 0;
}

} // namespace jjak::server
