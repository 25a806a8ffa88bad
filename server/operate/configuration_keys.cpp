// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/operate/configuration_keys.h"

namespace jjak::operate {

using namespace Qt::StringLiterals;

namespace {

using C = Configuration;
using std::chrono::days;

QList<Key> dataKeys()
{
    return {
        {u"data.folder"_s, TextKey{[](C &c) -> QString & { return c.dataFolder; }, TextForm::Folder},
         u"Where the database, the server's secret and the lock are kept; one server for each folder. Empty: jjakd in the user's data folder."_s},
        {u"data.database"_s, TextKey{[](C &c) -> QString & { return c.database; }, TextForm::Database},
         u"A database of PostgreSQL 15 or newer instead of the file in the folder; images and files stay in the folder. For this server alone, unless cluster.redis is set."_s, true},
        {u"data.database_read"_s, TextKey{[](C &c) -> QString & { return c.databaseRead; }, TextForm::Database},
         u"A copy of data.database (a hot standby of PostgreSQL) for answering what only reads. Nobody is answered from it with something older than they know. Of servers that share a database all have one, or none."_s,
         true},
    };
}

QList<Key> clusterKeys()
{
    return {
        {u"cluster.redis"_s, TextKey{[](C &c) -> QString & { return c.redis; }, TextForm::Redis},
         u"A Redis of version 7 or newer, redis://… or unix:/path: several servers share data.database, and speak to each other through this. Each has a folder of its own; all have the same secret.key. Empty: this server is alone."_s,
         true},
        {u"cluster.node"_s, TextKey{[](C &c) -> QString & { return c.nodeName; }}, u"What to call this server among the others, for people. Empty: the machine's name and the port."_s},
        {u"cluster.roles"_s, TextKey{[](C &c) -> QString & { return c.roles; }, TextForm::Choice, {u"both"_s, u"gateway"_s, u"worker"_s}}, u"What this server does among the others: take connections (gateway), run commands (worker), or both."_s},
        {u"cluster.streams"_s, NumberKey{[](C &c) -> int & { return c.streams; }, 1, 1024}, u"Into how many streams commands are parted, and so the most servers that can run them. Set by the first server ever; later it is what it was."_s},
    };
}

QList<Key> serverKeys()
{
    return {
        {u"server.listen"_s, TextKey{[](C &c) -> QString & { return c.listen; }, TextForm::OptionalAddress},
         u"Where unencrypted WebSocket connections are taken. Keep it on this machine and let a proxy or [tls] face the network."_s},
        {u"server.port"_s, NumberKey{[](C &c) -> int & { return c.port; }, 0, 65'535}, u"The port there; 0 takes a free one."_s},
        {u"server.path"_s, TextKey{[](C &c) -> QString & { return c.path; }, TextForm::UrlPath}, u"The path of the WebSocket; /health and /ready are taken."_s},
        {u"server.origins"_s, OriginsKey{[](C &c) -> QStringList & { return c.origins; }}, u"Web pages that may connect from a browser. Programs need no entry."_s},
        {u"server.trusted_proxies"_s, NetworksKey{[](C &c) -> QStringList & { return c.trustedProxies; }},
         u"Proxies in front of this server. What they say in X-Forwarded-For is believed: the last address there that is none of them is the client's, for limits and throttles."_s},
        {u"server.io_threads"_s, NumberKey{[](C &c) -> int & { return c.ioThreads; }, 1, 64}, u"Threads that serve connections."_s},
        {u"server.readers"_s, NumberKey{[](C &c) -> int & { return c.readers; }, 1, 64}, u"Threads, each with a database connection, that answer reads."_s},
    };
}

QList<Key> tlsKeys()
{
    return {
        {u"tls.listen"_s, TextKey{[](C &c) -> QString & { return c.tlsListen; }, TextForm::OptionalAddress}, u"Where TLS connections are taken. Empty: nowhere."_s},
        {u"tls.port"_s, NumberKey{[](C &c) -> int & { return c.tlsPort; }, 0, 65'535}, u"The port there; 0 takes a free one."_s},
        {u"tls.certificate"_s, TextKey{[](C &c) -> QString & { return c.tlsCertificate; }, TextForm::File}, u"PEM file with the certificate and its chain."_s},
        {u"tls.key"_s, TextKey{[](C &c) -> QString & { return c.tlsKey; }, TextForm::File}, u"PEM file with the private key, without a passphrase."_s},
    };
}

QList<Key> limitKeys()
{
    return {
        {u"limits.connections"_s, NumberKey{[](C &c) -> int & { return c.connections; }, 1, 1'000'000}, u"Connections in all."_s},
        {u"limits.connections_per_address"_s, NumberKey{[](C &c) -> int & { return c.connectionsPerAddress; }, 1, 1'000'000},
         u"Connections from one address (of IPv6 from one /64). Behind a proxy all come from one, unless server.trusted_proxies names it."_s},
        {u"limits.hello_time"_s, TimeKey{[](C &c) -> Duration & { return c.helloTime; }, 1s, 5min}, u"How long a new connection may take to say hello, and again to sign in."_s},
        {u"limits.idle_time"_s, TimeKey{[](C &c) -> Duration & { return c.idleTime; }, 25s, 1h}, u"A connection that is silent for so long is closed; clients speak every 20 s."_s},
        {u"limits.close_time"_s, TimeKey{[](C &c) -> Duration & { return c.closeTime; }, 100ms, 1min}, u"How long a closing connection may take to read what it was sent."_s},
        {u"limits.out_buffer_kib"_s, NumberKey{[](C &c) -> int & { return c.outBufferKib; }, 16, 16'384}, u"KiB kept for a connection that reads slowly; beyond that it is cut and resumes later."_s},
        {u"limits.pending_requests"_s, NumberKey{[](C &c) -> int & { return c.pendingRequests; }, 1, 10'000}, u"Commands of one connection that may wait for their answers."_s},
        {u"limits.rate_factor"_s, FactorKey{[](C &c) -> double & { return c.rateFactor; }, 0.1, 10'000}, u"Multiplies how many commands a second a connection may send, of every kind."_s},
    };
}

QList<Key> accountKeys()
{
    return {
        {u"accounts.minimum_age"_s, NumberKey{[](C &c) -> int & { return c.policy.minimumAge; }, 13, 120}, u"Youngest age for an account."_s},
        {u"accounts.demo_key"_s, TextKey{[](C &c) -> QString & { return c.policy.demoKey; }}, u"Who signs up with this key is marked as a demo person, for everybody to see. Empty: nobody can."_s, true},
    };
}

QList<Key> signInKeys()
{
    return {
        {u"sign_in.per_name_per_minute"_s, FactorKey{[](C &c) -> double & { return c.auth.perNamePerMinute; }, 0.1, 1'000'000}, u"Passwords that may be tried for one name in a minute."_s},
        {u"sign_in.per_address_per_minute"_s, FactorKey{[](C &c) -> double & { return c.auth.perAddressPerMinute; }, 0.1, 1'000'000}, u"Sign-ins and sign-ups from one address in a minute."_s},
        {u"sign_in.threads"_s, NumberKey{[](C &c) -> int & { return c.auth.threads; }, 1, 64}, u"Threads that hash passwords."_s},
        {u"sign_in.queue"_s, NumberKey{[](C &c) -> int & { return c.auth.queue; }, 1, 100'000}, u"Passwords that may wait to be hashed; beyond that clients are told to come again."_s},
        {u"sign_in.hash_passes"_s, NumberKey{[](C &c) -> int & { return c.hashPasses; }, 1, 100}, u"Passes of argon2id over its memory."_s},
        {u"sign_in.hash_memory_mib"_s, NumberKey{[](C &c) -> int & { return c.hashMemoryMib; }, 1, 4096}, u"MiB that argon2id uses for each password; existing hashes are renewed when their owners sign in."_s},
        {u"sign_in.token_unused"_s, TimeKey{[](C &c) -> Duration & { return c.policy.tokenUnused; }, 1h, days(3650)}, u"A device that was not seen for so long is signed out."_s},
        {u"sign_in.token_rotation"_s, TimeKey{[](C &c) -> Duration & { return c.policy.tokenRotation; }, 1min, days(30)}, u"How often a device that is in use gets a new token."_s},
        {u"sign_in.token_grace"_s, TimeKey{[](C &c) -> Duration & { return c.policy.tokenGrace; }, 1s, 1h}, u"How long the old token still fetches the same new one, when the answer was lost."_s},
    };
}

QList<Key> nearbyKeys()
{
    return {
        {u"nearby.cell_km"_s, NumberKey{[](C &c) -> int & { return c.policy.cellKm; }, 1, 10}, u"Size in km of the squares in which places are known; never more exact than this."_s},
        {u"nearby.proposal_time"_s, TimeKey{[](C &c) -> Duration & { return c.policy.proposalTime; }, 5s, 10min}, u"How long two people may think about a proposal."_s},
        {u"nearby.ticket_grace"_s, TimeKey{[](C &c) -> Duration & { return c.policy.ticketGrace; }, 1s, 10min}, u"How long a place in the queue is kept for a device that lost its connection."_s},
        {u"nearby.refused_apart"_s, TimeKey{[](C &c) -> Duration & { return c.policy.proposalRules.refusedApart; }, 1min, days(3650)}, u"How long a pair is not proposed again after one refused."_s},
        {u"nearby.silent_apart"_s, TimeKey{[](C &c) -> Duration & { return c.policy.proposalRules.silentApart; }, 1s, days(3650)}, u"The same after one let the time pass."_s},
    };
}

QList<Key> dateKeys()
{
    return {
        {u"dates.quorum"_s, NumberKey{[](C &c) -> int & { return c.policy.dateRules.quorum; }, 2, limits::seatsMax}, u"With how many people a date starts when it does not fill up."_s},
        {u"dates.quorum_after"_s, TimeKey{[](C &c) -> Duration & { return c.policy.dateRules.quorumAfter; }, 1s, 1h},
         u"How long after the event's start, or after its first person came, a date waits to be full before that many are enough."_s},
        {u"dates.doors_before"_s, TimeKey{[](C &c) -> Duration & { return c.policy.doorsBefore; }, 1s, days(1)}, u"How long before an event its lobby takes people in."_s},
        {u"dates.seat_grace"_s, TimeKey{[](C &c) -> Duration & { return c.policy.dateRules.seatGrace; }, 1s, 1h}, u"How long who lost the connection still counts as there; later the seat is shown as away, and can be taken up again all the same."_s},
        {u"dates.met_apart"_s, TimeKey{[](C &c) -> Duration & { return c.policy.metApart; }, 1s, days(3650)}, u"How long people who sat in one date are not seated together again."_s},
        {u"dates.pair_time"_s, TimeKey{[](C &c) -> Duration & { return c.policy.pairTime; }, 1min, days(30)}, u"How long two whose arrows met have to say that they want their room."_s},
        {u"dates.room_kept"_s, TimeKey{[](C &c) -> Duration & { return c.policy.dateRoomKept; }, 1min, days(365)}, u"How long the conversation of a date is kept after its end; arrows that did not meet go at the count."_s},
        {u"dates.speed"_s, NumberKey{[](C &c) -> int & { return c.policy.speed; }, 1, 1000}, u"For rehearsals and tests: divides every duration of scripts, and quorum_after."_s},
    };
}

QList<Key> fileKeys()
{
    constexpr int most = int(limits::fileBytes >> 20); // what clients of this version take
    return {
        {u"files.folder"_s, TextKey{[](C &c) -> QString & { return c.filesFolder; }, TextForm::Folder},
         u"Where images and files are kept, and those that are on their way. Empty: the data folder. Servers that share a database need one folder that all of them see, on a network file system for instance."_s},
        {u"files.image_mib"_s, NumberKey{[](C &c) -> int & { return c.policy.imageMib; }, 1, most}, u"MiB of the largest image that is taken; what is stored is made anew and smaller."_s},
        {u"files.file_mib"_s, NumberKey{[](C &c) -> int & { return c.policy.fileMib; }, 1, most}, u"MiB of the largest file that is taken."_s},
        {u"files.quota_mib"_s, NumberKey{[](C &c) -> int & { return c.policy.quotaMib; }, 1, 1'000'000}, u"MiB that the images and files of one account may take together."_s},
        {u"files.kept"_s, TimeKey{[](C &c) -> Duration & { return c.policy.fileTime; }, 1h, days(3650)}, u"How long images and files are kept; their messages stay."_s},
        {u"files.upload_time"_s, TimeKey{[](C &c) -> Duration & { return c.policy.uploadTime; }, 1min, days(30)}, u"How long an upload that was interrupted can be gone on with."_s},
        {u"files.threads"_s, NumberKey{[](C &c) -> int & { return c.fileThreads; }, 1, 64}, u"Threads that read and write files, and as many again that make images safe."_s},
    };
}

QList<Key> otherKeys()
{
    return {
        {u"rooms.stranger_messages"_s, NumberKey{[](C &c) -> int & { return c.policy.strangerMessages; }, 1, 1000}, u"Messages somebody may write before the other side has written."_s},
        {u"rooms.retention_days"_s, NumberKey{[](C &c) -> int & { return c.policy.retentionDays; }, 0, 36'500},
         u"Messages that are older than so many days are taken away, in all rooms. 0: they stay as long as their rooms say."_s},
        {u"safety.report_after_leaving"_s, TimeKey{[](C &c) -> Duration & { return c.policy.reportAfterLeaving; }, 1h, days(3650)}, u"How long a room can be reported after it was left."_s},
        {u"log.level"_s, TextKey{[](C &c) -> QString & { return c.logLevel; }, TextForm::Choice, {u"debug"_s, u"info"_s, u"warning"_s, u"error"_s}}, u"What is written to the log (standard error): this and everything graver."_s},
        {u"log.format"_s, TextKey{[](C &c) -> QString & { return c.logFormat; }, TextForm::Choice, {u"text"_s, u"json"_s}}, u"Lines for people, or one JSON object a line."_s},
        {u"metrics.listen"_s, TextKey{[](C &c) -> QString & { return c.metricsListen; }, TextForm::OptionalAddress}, u"Where Prometheus finds GET /metrics; use an address of this machine only, there is no password. Empty: nowhere."_s},
        {u"metrics.port"_s, NumberKey{[](C &c) -> int & { return c.metricsPort; }, 0, 65'535}, u"The port there; 0 takes a free one."_s},
    };
}

} // namespace

const QList<Key> &configurationKeys()
{
    static const QList<Key> keys = dataKeys() + clusterKeys() + serverKeys() + tlsKeys() + limitKeys() + accountKeys() + signInKeys() + nearbyKeys() + dateKeys() + fileKeys() + otherKeys();
    return keys;
}

} // namespace jjak::operate
