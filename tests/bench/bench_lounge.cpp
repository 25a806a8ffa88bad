// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The lounge with 100,000 posts of 30 days, a quarter of them with pictures, one in ten with a coffee table, and 1,000,000 likes of
// 20,000 people: what each page costs the processor, through the service on a reading connection, and how many likes a second are
// stored, by the worker on disk with fsync; no sockets.
//   build/bin/bench.bench_lounge [posts] [likes] [requests of each kind] [likes stored]
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <functional>

#include "server/app/ports/clock.h"
#include "server/app/worker.h"
#include "server/engine/memory/memory_command_log.h"
#include "server/engine/memory/memory_match_pool.h"
#include "server/storage/disk_folders.h"
#include "server/storage/feed_store.h"
#include "tests/bench/percentiles.h"
#include "tests/bench/town.h"

using namespace jjak;
using namespace jjak::bench;
using namespace jjak::protocol;
using namespace Qt::StringLiterals;

namespace {

constexpr double targetMs = 2; //!< of the processor, for a page
constexpr double targetLikes = 3'000;
constexpr int postsACommit = 5'000, authors = 5'000, tags = 300, chargedDays = 30, postsATable = 10, tablesAComing = 4;

qint64 cpuOfThisThread()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

//! Fills the tables of the lounge as the services would have, in the order of time.
class Filler {
public:
    Filler(const Town &town, int posts, int likes) : m_town(town), m_posts(posts), m_likes(likes), m_now(std::chrono::floor<Duration>(std::chrono::system_clock::now())), m_set(town.path(), storage::OpenAs::Writer, storage::Durability::Off)
    {
        for (int i = 0; i < 5'000; ++i) {
            QString word;
            for (quint64 k = 1 + m_rng.below(4); k > 0; --k)
                word += QChar(char16_t(0xac00 + m_rng.below(2'000) * 5));
            m_words.append(word);
        }
        auto &transaction = m_set.stores().transaction;
        transaction.begin();
        m_set.database().change(u"UPDATE account SET created = ?"_s, m_now - std::chrono::days(60));
        for (int i = 0; i < std::min<int>(authors, int(town.people().size())); ++i) {
            const QString name = u"이름%1"_s.arg(i);
            m_set.stores().personas.save({town.people()[size_t(i)].account, PersonaId::random(m_rng), name, {name, {}, {}, {}, i % 3 == 0}});
        }
        transaction.commit();
        for (int i = 0; i < posts;) {
            transaction.begin();
            for (const int until = std::min(posts, i + postsACommit); i < until; ++i)
                write(i);
            transaction.commit();
        }
    }

private:
    QString text(int words)
    {
        QString out;
        while (words-- > 0)
            out += m_words[qsizetype(std::pow(5'000.0, double(m_rng.below(1'000'000) + 1) / 1'000'000)) - 1] + u' ';
        return out + (m_rng.below(10) == 0 ? Town::commonWord() : m_rng.below(1000) == 0 ? Town::rareWord() : QString());
    }
    void write(int i)
    {
        app::PostRow row;
        row.id = PostId::random(m_rng);
        row.author = m_town.people()[size_t(m_rng.below(std::min<quint64>(authors, m_town.people().size())))].account;
        row.cid = ClientId::random(m_rng);
        row.heading = text(5);
        row.text = text(20 + int(m_rng.below(160)));
        row.tags = {u"tag%1"_s.arg(m_rng.below(tags)), u"other%1"_s.arg(m_rng.below(tags))};
        row.at = m_now - std::chrono::days(chargedDays) + Duration(qint64(double(std::chrono::milliseconds(std::chrono::days(chargedDays)).count()) * i / m_posts));
        row.ranked = m_rng.below(3) == 0;
        row.number = m_set.stores().posts.insert(row);
        if (i % 4 == 0)
            show(row, 1 + i / 4 % limits::postPictures);
        if (i % postsATable == 0)
            offer(row, i / postsATable % tablesAComing == 0);
        if (m_now - row.at < popularity::day)
            m_set.stores().pulse.wrote(row.tags, row.author, row.number, {}, row.at);
        // A few posts get most of the likes, as everywhere.
        const double share = double(m_rng.below(1'000'000) + 1) / 1'000'000;
        const int likes = int(std::min(5'000.0, 0.29 * double(m_likes) / m_posts / std::pow(share, 0.75)));
        const size_t first = size_t(m_rng.below(m_town.people().size()));
        for (int k = 0; k < likes; ++k) {
            const auto &who = m_town.people()[(first + size_t(k)) % m_town.people().size()];
            if (who.account != row.author) {
                m_set.stores().posts.setDeed(row.number, who.account, {row.at + 1h, 0, true});
                row.likes++;
            }
        }
        row.people = row.likes;
        if (m_now - row.at < popularity::day)
            row.dayRank = popularity::rank(row.people, row.at, popularity::dayHalfLife);
        if (m_now - row.at < popularity::week)
            row.weekRank = popularity::rank(row.people, row.at, popularity::weekHalfLife);
        m_set.stores().posts.setCounts(row);
        if (m_now - row.at < popularity::week)
            m_set.database().change(u"UPDATE post SET views = ?, reads = ? WHERE number = ?"_s, row.likes * 3, row.likes * 3, row.number);
    }

    void show(const app::PostRow &post, int count)
    {
        QList<UploadId> pictures;
        for (int i = 0; i < count; ++i) {
            const auto hash = [&] { return app::FileHash(ClientId::random(m_rng).toBytes().repeated(2)); };
            const app::PictureRow row{UploadId::random(m_rng), post.author, DeviceId::random(m_rng), ClientId::random(m_rng), 900'000, {u"사진.jpg"_s, 400'000, u"image/jpeg"_s, 2048, 1365, 20'000}, hash(), hash(), {}, post.at};
            m_set.stores().pictures.insert(row);
            pictures.append(row.id);
        }
        m_set.stores().pictures.assign(post.number, pictures);
    }

    //! A table with all seats taken and a line of three; it comes within a month, or it has ended.
    void offer(const app::PostRow &post, bool coming)
    {
        domain::CoffeeTable table;
        table.id = TableId::random(m_rng);
        table.host = post.author;
        table.cid = ClientId::random(m_rng);
        table.post = post.id;
        table.topic = text(4);
        table.language = u"ko"_s;
        table.zone = u"Asia/Seoul"_s;
        table.phase = coming ? TablePhase::Coming : TablePhase::Ended;
        table.at = coming ? m_now + 1h + Duration(qint64(m_rng.below(quint64(std::chrono::milliseconds(30 * 24h).count())))) : post.at + 2h;
        table.since = post.at;
        if (!coming)
            table.ended = post.at + 26h;
        const auto host = size_t(m_rng.below(m_town.people().size()));
        for (size_t k = 0; k < limits::tableSeats + 3; ++k) {
            const AccountId account = k == 0 ? post.author : m_town.people()[(host + k) % std::min<size_t>(authors, m_town.people().size())].account;
            if (k > 0 && account == post.author)
                continue;
            const bool sits = k < limits::tableSeats;
            table.guests.append({account, k == 0 ? Standing::Host : sits ? Standing::Seated : Standing::Waiting, sits ? int(k) + 1 : 0, qint64(k)});
        }
        m_set.stores().tables.save(table, coming ? std::optional(table.at) : std::nullopt);
    }

    const Town &m_town;
    const int m_posts, m_likes;
    const Time m_now;
    storage::StoreSet m_set;
    SeededRng m_rng{20261122};
    QStringList m_words;
};

//! The lounge's pages as somebody asks for them, and what each takes of the processor.
class Pages {
public:
    Pages(const Town &town, int requests) : m_town(town), m_desk(town.path()), m_requests(requests) {}

    //! The same question by many, one after the other; `goOn`: each asks for so many pages, each page is one request.
    bool ask(const char *what, const std::function<Command(const std::optional<QString> &)> &command, int goOn = 1, const char *counted = "\"title\"")
    {
        Percentiles cpu;
        qint64 found = 0;
        for (int i = 0; i < m_requests; i += goOn) {
            std::optional<QString> next;
            for (int page = 0; page < goOn && (page == 0 || next); ++page) {
                const qint64 before = cpuOfThisThread();
                const auto frame = m_desk.ask(m_town.people()[size_t(i) * 7919 % m_town.people().size()], command(next));
                cpu.add(cpuOfThisThread() - before);
                found += frame.count(counted);
                next = nextOf(frame);
            }
        }
        std::printf("%-44s %s of CPU, %.1f each\n", what, qPrintable(cpu.text()), double(found) / double(cpu.count()));
        return cpu.at(0.5) <= targetMs;
    }
    storage::Database &database() { return m_desk.database(); }

private:
    static std::optional<QString> nextOf(const QByteArray &frame)
    {
        const qsizetype at = frame.indexOf("\"next\":\"");
        return at < 0 ? std::nullopt : std::optional(QString::fromLatin1(frame.mid(at + 8, frame.indexOf('"', at + 8) - at - 8)));
    }

    const Town &m_town;
    ReadingDesk m_desk;
    int m_requests;
};

//! Counts how many were answered with ok.
class Answers final : public app::FanOut {
public:
    void release(std::vector<app::Outgoing> batch) override
    {
        for (const app::Outgoing &out : batch) {
            const auto *answer = std::get_if<app::ToConnection>(&out);
            good += answer && answer->frame.contains("\"ok\"");
        }
    }
    int good = 0;
};

//! Likes a second, in batches as full as under load.
double likesStored(const Town &town, const QList<PostId> &posts, int likes)
{
    storage::StoreSet set(town.path(), storage::OpenAs::Writer);
    engine::MemoryMatchPool pool;
    engine::MemoryCommandLog log;
    SystemRng rng;
    SeededRng chance(5);
    const app::SystemClock clock;
    const app::Policy policy;
    const app::Tokens tokens(QByteArray(32, 't'));
    const QString folder = QFileInfo(town.path()).absolutePath();
    storage::DiskUploads uploads(folder);
    storage::DiskFiles files(folder);
    Answers answers;
    app::Worker worker(set.stores(), log, answers, pool, clock, rng, policy, tokens, uploads, files);
    worker.start();
    std::vector<std::vector<app::Job>> batches;
    for (int i = 0; i < likes; ++i) {
        if (i % app::Worker::batchSize == 0)
            batches.emplace_back();
        const app::Identity &who = town.people()[size_t(chance.below(town.people().size()))];
        batches.back().push_back({{1, i + 1, who, {}}, Command(cmd::LikePost{posts[qsizetype(chance.below(quint64(posts.size())))], true})});
    }
    QElapsedTimer timer;
    timer.start();
    for (const auto &batch : batches)
        worker.runBatch(batch);
    const double seconds = double(timer.nsecsElapsed()) / 1e9;
    std::printf("likes stored: %.0f a second; %d of %d were answered with ok (a few met one's own post)\n", likes / seconds, answers.good, likes);
    return answers.good > likes * 9 / 10 ? likes / seconds : 0;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int posts = argc > 1 ? atoi(argv[1]) : 100'000, likes = argc > 2 ? atoi(argv[2]) : 1'000'000, requests = argc > 3 ? atoi(argv[3]) : 1'000, stored = argc > 4 ? atoi(argv[4]) : 30'000;
    Town town(std::max(posts, 1'000), 0); // for its people: one for five posts
    QElapsedTimer timer;
    timer.start();
    { Filler filler(town, posts, likes); }
    Pages pages(town, requests);
    std::printf("%d posts, %lld likes, %zu people; filled in %lld s\n", posts, static_cast<long long>(pages.database().value<qint64>(u"SELECT count(*) FROM post_person"_s).value_or(0)), town.people().size(),
                static_cast<long long>(timer.elapsed() / 1000));
    const auto list = [](Feed feed, std::optional<QString> tag = {}) { return [=](const std::optional<QString> &after) { return Command(cmd::ListPosts{feed, tag, {}, after}); }; };
    const auto find = [](const QString &word) { return [=](const std::optional<QString> &after) { return Command(cmd::FindPosts{word, after}); }; };
    bool good = pages.ask("new, first page", list(Feed::New));
    good = pages.ask("new, ten pages", list(Feed::New), 10) && good;
    good = pages.ask("new, of a tag", list(Feed::New, u"tag7"_s)) && good;
    good = pages.ask("today, first page", list(Feed::Today)) && good;
    good = pages.ask("today, twenty pages", list(Feed::Today), 20) && good;
    good = pages.ask("week, first page", list(Feed::Week)) && good;
    good = pages.ask("week, hundred pages", list(Feed::Week), 100) && good;
    good = pages.ask("liked", list(Feed::Liked)) && good;
    good = pages.ask("trends, popular and ranking (board)", [](const auto &) { return Command(cmd::LookAtBoard{}); }) && good;
    good = pages.ask("search, a common word", find(Town::commonWord())) && good;
    good = pages.ask("search, a rare word, ten pages", find(Town::rareWord()), 10) && good;
    good = pages.ask("search, no such word, twenty pages", find(Town::unsaidWord()), 20) && good;
    QList<PostId> ids;
    {
        storage::StoreSet set(town.path(), storage::OpenAs::Reader);
        ids = set.database().list(u"SELECT id FROM post ORDER BY number DESC LIMIT 5000"_s, [](storage::Row &row) { return row.next<PostId>(); });
    }
    good = pages.ask("a post with its comments", [&](const auto &) { return Command(cmd::OpenPost{ids[requests % ids.size()]}); }) && good;
    const auto tables = [](bool mine, bool past, std::optional<QString> text = {}) { return [=](const std::optional<QString> &after) { return Command(cmd::ListTables{mine, past, after, text}); }; };
    constexpr auto topic = "\"topic\"";
    good = pages.ask("tables, ten pages", tables(false, false), 10, topic) && good;
    good = pages.ask("tables, one's own", tables(true, false), 1, topic) && good;
    good = pages.ask("tables, one's past", tables(true, true), 1, topic) && good;
    good = pages.ask("tables, search, a common word", tables(false, false, Town::commonWord()), 1, topic) && good;
    good = pages.ask("tables, search, a tag", tables(false, false, u"#tag7"_s), 1, topic) && good;
    good = pages.ask("tables, search, no such word, five pages", tables(false, false, Town::unsaidWord()), 5, topic) && good;
    const double aSecond = likesStored(town, ids, stored);
    QStringList walked = walks(pages.database());
    // Of this program; rows found already; no table; a list that was bound.
    static constexpr std::array fine{"count(*) FROM post_person"_L1, "SCAN (subquery"_L1, "SCAN better"_L1, "SCAN CONSTANT ROW"_L1, "SCAN wanted VIRTUAL TABLE"_L1};
    walked.removeIf([](const QString &step) { return std::ranges::any_of(fine, [&](QLatin1StringView part) { return step.contains(part); }); });
    std::printf("query plans: %lld statements, %lld walk through a table\n%s%s", static_cast<long long>(pages.database().statements().size()), static_cast<long long>(walked.size()), qPrintable(walked.join(u'\n')), walked.isEmpty() ? "" : "\n");
    std::printf("targets: %.0f ms of CPU a page, %.0f likes a second: %s\n", targetMs, targetLikes, good && aSecond >= targetLikes ? "reached" : "MISSED");
    return walked.isEmpty() && aSecond > 0 ? 0 : 1;
}
