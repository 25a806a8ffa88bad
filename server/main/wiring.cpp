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
#include "server/engine/redis/redis_match_pool.h"
#include "server/images/image_process.h"
#include "server/main/access.h"
#include "server/main/cluster.h"
#include "server/main/cluster_figures.h"
#include "server/main/figures.h"
#include "server/main/files_folder.h"
#include "server/main/gateway_options.h"
#include "server/main/readiness.h"
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

QByteArray agreedAlone(const QString &database, const QString &name, const QByteArray &mine)
{
    storage::StoreSet set(database, storage::OpenAs::Writer);
    app::Stores &stores = set.stores();
    QByteArray out;
    if (stores.transaction.begin())
        out = stores.nodes.agree(name, mine);
    if (out.isEmpty() || !stores.transaction.commit())
        throw StartupError(u"the database cannot be written (is the disk full?)"_s);
    return out;
}

} // namespace

QString dataFolderOf(const operate::Configuration &configuration)
{
    const QString &folder = configuration.dataFolder;
    return folder.isEmpty() ? QDir(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)).filePath(u"jjakd"_s) : QDir(folder).absolutePath();
}

QString filesFolderOf(const operate::Configuration &configuration)
{
    return configuration.filesFolder.isEmpty() ? dataFolderOf(configuration) : QDir(configuration.filesFolder).absolutePath();
}

//! What a running server consists of, in the order in which it is made; what stands further down uses what stands above.
struct Server::Parts {
    explicit Parts(const operate::Configuration &configuration);
    ~Parts();

    void begin();
    void claimFiles();
    void beginWork();
    quint16 listen(const QString &address, int port, bool tls);
    void showMetrics();
    void openControl();
    //! Of this server alone, or of all that share the database.
    app::Clock &clock() { return cluster ? cluster->clock() : ownClock; }
    app::CommandLog &log() { return cluster ? cluster->log() : ownLog; }
    app::FanOut &fanOut() { return cluster ? cluster->fanOut() : switchboard; }
    bool shared() const { return !c.redis.isEmpty(); }
    bool isGateway() const { return !cluster || c.roles != u"worker"_s; }
    bool isWorker() const { return !cluster || c.roles != u"gateway"_s; }

    const operate::Configuration &c;
    const QString database;
    app::SystemClock ownClock;
    app::Freshness freshness;
    SystemRng rng;
    storage::FolderLock lock;
    const QByteArray secret;
    storage::DiskUploads uploads;
    storage::DiskFiles files;
    images::ImageProcess images;
    app::Tokens tokens;
    engine::MemoryCommandLog ownLog;
    std::unique_ptr<app::MatchPool> pool;
    gateway::Gateway gateway;
    operate::ControlSocket control;
    Switchboard switchboard{gateway, control};
    std::unique_ptr<Cluster> cluster;
    quint16 port = 0, tlsPort = 0;
    std::unique_ptr<WriterThread> writer;
    std::unique_ptr<app::Authenticator> authenticator;
    std::unique_ptr<app::FileDesk> fileDesk;
    std::unique_ptr<app::FileSweeper> fileSweeper;
    std::unique_ptr<app::Reception> reception;
    std::unique_ptr<app::Scheduler> scheduler;
    const app::WorkerFigures idle; //!< of a server that runs no commands
    std::unique_ptr<app::Readiness> readiness;
    operate::Metrics metrics;
    std::unique_ptr<operate::MetricsEndpoint> endpoint;
};

Server::Parts::Parts(const operate::Configuration &configuration)
    : c(configuration), database(c.database.isEmpty() ? QDir(dataFolderOf(c)).filePath(u"jjak.sqlite"_s) : c.database), lock(dataFolderOf(c)),
      secret(storage::loadOrCreateSecret(dataFolderOf(c), rng)), uploads(filesFolderOf(c)), files(filesFolderOf(c)), tokens(secret), gateway(gatewayOptions(c))
{
}

//! Apart from the constructor, so that the destructor ends what a start that failed half way has begun.
void Server::Parts::begin()
{
    storage::prepareDatabase(database, shared());
    if (!c.databaseRead.isEmpty())
        checkCopy(database, c.databaseRead);
    if (shared())
        cluster = std::make_unique<Cluster>(c, database, secret, rng, switchboard, freshness);
    claimFiles();
    if (isGateway()) {
        port = listen(c.listen, c.port, false);
        tlsPort = listen(c.tlsListen, c.tlsPort, true);
    }
    beginWork();
    if (cluster)
        readiness = std::make_unique<SharedReadiness>(cluster->watch(), cluster->steward());
    else
        readiness = std::make_unique<LoneReadiness>(writer->figures());
    gateway.setReadiness(*readiness);
    showMetrics();
    openControl();
    if (cluster)
        cluster->start([this](std::optional<QList<app::ConnectionId>> which) { gateway.sendAway(std::move(which)); });
    gateway.start(cluster ? cluster->doorTo(*reception) : *reception, cluster ? cluster->firstConnection() : 0);
}

//! The data folder is locked, and goes with its own database.
void Server::Parts::claimFiles()
{
    if (cluster)
        claimFilesFolder(filesFolderOf(c), [this](const QString &name, const QByteArray &mine) { return cluster->agree(name, mine); }, rng);
    else if (!c.filesFolder.isEmpty())
        claimFilesFolder(filesFolderOf(c), [this](const QString &name, const QByteArray &mine) { return agreedAlone(database, name, mine); }, rng);
}

void Server::Parts::beginWork()
{
    pool = cluster ? std::unique_ptr<app::MatchPool>(std::make_unique<engine::RedisMatchPool>(c.redis, cluster->keyspace())) : std::make_unique<engine::MemoryMatchPool>();
    const auto makeWorker = [this](app::Stores stores) {
        auto worker = std::make_unique<app::Worker>(stores, log(), fanOut(), *pool, clock(), rng, c.policy, tokens, uploads, files);
        if (!c.databaseRead.isEmpty())
            worker->setFreshness(&freshness);
        return worker;
    };
    if (isWorker())
        writer = std::make_unique<WriterThread>(database, cluster ? storage::OpenAs::Peer : storage::OpenAs::Writer, makeWorker);
    const auto openReader = [this]() -> std::unique_ptr<app::StoreAccess> {
        if (!c.databaseRead.isEmpty())
            return std::make_unique<CopyAccess>(database, c.databaseRead, freshness);
        return std::make_unique<Access>(database, storage::OpenAs::Reader);
    };
    const auto openHotReader = [this, openReader] { return cluster ? cluster->hot(openReader()) : openReader(); };
    openReader(); // what keeps readers from opening is told here, and not by a thread that dies of it
    authenticator = std::make_unique<app::Authenticator>(openReader, log(), fanOut(), clock(), c.policy, c.auth, hashCostOf(c));
    fileDesk = std::make_unique<app::FileDesk>(openReader, c.fileThreads, uploads, files, images, log(), fanOut(), clock(), c.policy);
    fileSweeper = std::make_unique<app::FileSweeper>(openReader, uploads, files, log());
    reception = std::make_unique<app::Reception>(openHotReader, c.readers, *authenticator, *fileDesk, log(), fanOut(), clock(), c.policy, cluster ? &cluster->entries() : nullptr);
    if (isWorker())
        scheduler = std::make_unique<app::Scheduler>(openReader, log(), clock(), c.policy);
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
    log().close();
    if (writer)
        writer->join();
    if (cluster)
        cluster->leave();
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
    const app::WorkerFigures &worker = writer ? writer->figures() : idle;
    addFigures(metrics, gateway.figures(), worker, fileSweeper->figures(), [this] { return cluster ? cluster->waiting() : double(ownLog.length()); });
    metrics.gauge("jjak_ready", "Whether this server can do its work: 1, or 0.", [this] { return readiness->complaint() ? 0. : 1.; });
    if (cluster)
        addClusterFigures(metrics, *cluster, worker);
    endpoint = std::make_unique<operate::MetricsEndpoint>([this] { return metrics.text(); });
    endpoint->setReadiness(*readiness);
    const QString error = endpoint->listen(c.metricsListen, quint16(c.metricsPort));
    if (!error.isEmpty())
        throw StartupError(error);
    qCInfo(operate::serverLog, "metrics on %ls port %d", qUtf16Printable(c.metricsListen), endpoint->port());
}

//! People can do without it, so it stops nothing.
void Server::Parts::openControl()
{
    const QString error = control.listen(QDir(dataFolderOf(c)).filePath(u"control.sock"_s), *reception, cluster ? cluster->firstConnection() : 0);
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
    storage::prepareFolder(filesFolderOf(m_configuration), storage::FolderFor::Files);
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
