// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QMap>
#include <QSet>
#include <QTest>

#include "common/protocol/frame.h"
#include "server/engine/cluster/job_codec.h"
#include "tests/common/random_values.h"

namespace jjak::engine {

using namespace app;
namespace cmd = protocol::cmd;
using protocol::testing::randomOf;
using namespace Qt::StringLiterals;

namespace {

constexpr Time noon = fromMs(1'800'000'000'000);

} // namespace

//! What one server appends is what another one runs.
class TestJobCodec : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCommandComesOutAsItWentIn()
    {
        protocol::forEachCommand([&]<class C> {
            for (int i = 0; i < 20; ++i) {
                const C command = randomOf<C>(m_rng);
                const auto back = thereAndBack({someone(), protocol::Command(command)});
                const auto *work = back ? std::get_if<protocol::Command>(&back->job.work) : nullptr;
                QVERIFY2(work && work->is<C>(), C::spec.name.data());
                QCOMPARE(protocol::encodeRequest(1, work->get<C>()), protocol::encodeRequest(1, command));
            }
        });
    }

    void everyKindOfWorkComesOutAsItWentIn()
    {
        for (const Work &work : works()) {
            for (const Caller &caller : {someone(), nobody(), Caller()}) {
                const Job job{caller, work};
                const auto back = thereAndBack(job);
                QVERIFY2(back, qPrintable(QString::number(work.index())));
                QCOMPARE(back->sent, noon);
                QCOMPARE(back->job.work.index(), work.index());
                QCOMPARE(back->job.caller.connection, caller.connection);
                QCOMPARE(back->job.caller.request, caller.request);
                QCOMPARE(back->job.caller.address, caller.address);
                QVERIFY(back->job.caller.identity == caller.identity);
                QVERIFY(!back->job.origin);
            }
        }
    }

    void goodbyesAreOfTheirConnection()
    {
        const DeviceGone gone{identity(), firstConnection(77) + 5};
        const auto back = thereAndBack({{}, gone});
        QVERIFY(back);
        const auto &work = std::get<DeviceGone>(back->job.work);
        QVERIFY(work.identity == gone.identity);
        QCOMPARE(work.connection, gone.connection);
    }

    void filesKeepTheirPlaces()
    {
        const FinishedUpload upload = finished(true);
        const auto back = thereAndBack({someone(), upload});
        QVERIFY(back);
        const auto &work = std::get<FinishedUpload>(back->job.work);
        QCOMPARE(work.upload, upload.upload);
        QCOMPARE(work.purpose, upload.purpose);
        QVERIFY(work.file == upload.file);
        QCOMPARE(work.bytes.path, upload.bytes.path);
        QCOMPARE(work.bytes.hash, upload.bytes.hash);
        QCOMPARE(work.bytes.bytes, upload.bytes.bytes);
        QVERIFY(work.thumbnail && work.thumbnail->path == upload.thumbnail->path);
        const auto plain = thereAndBack({someone(), finished(false)});
        QVERIFY(plain && !std::get<FinishedUpload>(plain->job.work).thumbnail);
    }

    void passwordsOfNobodyAreKept()
    {
        const SignUpHashed signUp{randomOf<cmd::SignUp>(m_rng), "$argon2id$…", true};
        const auto back = thereAndBack({nobody(), signUp});
        QVERIFY(back);
        const auto &work = std::get<SignUpHashed>(back->job.work);
        QCOMPARE(work.passwordHash, signUp.passwordHash);
        QVERIFY(work.demo);
        QCOMPARE(work.command.attempt, signUp.command.attempt);
    }

    void aLetterThatIsRunAgainGoesWhereItsJobWent()
    {
        const Job job{someone(), protocol::Command(randomOf<cmd::Send>(m_rng))};
        const auto got = decodeJob(encodeJob({{someone(), replayOf(job)}, noon}));
        QVERIFY(got);
        const auto &replay = std::get<Replay>(got->job.work);
        QCOMPARE(replay.letter, 12);
        QCOMPARE(encodeJob({*replay.job, noon}), encodeJob({job, noon}));
        QCOMPARE(keyOf(got->job), keyOf(job));
        QVERIFY(!decodeJob(encodeJob({{someone(), replayOf({someone(), replayOf(job)})}, noon}))); // never one within another
    }

    void whatStaysWhereItArisesIsNotWritten()
    {
        QVERIFY(encodeJob({{{}, Tick()}, noon}).isEmpty());
        QVERIFY(encodeJob({{{}, TakenOver{true}}, noon}).isEmpty());
    }

    void aPartOfAJobIsNone()
    {
        for (const Work &work : works()) {
            const QByteArray bytes = encodeJob({{someone(), work}, noon});
            for (qsizetype size = 0; size < bytes.size(); ++size)
                QVERIFY2(!decodeJob(bytes.first(size)), qPrintable(u"%1 bytes of work %2"_s.arg(size).arg(work.index())));
            QVERIFY(!decodeJob(bytes + '\0'));
        }
    }

    void anotherVersionIsRefused()
    {
        const QByteArray bytes = encodeJob({{someone(), works().front()}, noon});
        for (int version = 0; version < 256; ++version) {
            QByteArray other = bytes;
            other[0] = char(version);
            QCOMPARE(decodeJob(other).has_value(), version == int(quint8(bytes[0])));
        }
    }

    //! Nobody but our servers can write any; a fault of theirs must still not be the end of another one.
    void whateverTheBytesAreNothingBreaks()
    {
        int understood = 0;
        for (int i = 0; i < 20'000; ++i) {
            QByteArray bytes(qsizetype(m_rng.below(200)), Qt::Uninitialized);
            m_rng.fill({reinterpret_cast<std::uint8_t *>(bytes.data()), size_t(bytes.size())});
            if (!bytes.isEmpty())
                bytes[0] = 1;
            understood += decodeJob(bytes).has_value();
        }
        QCOMPARE(understood, 0);
        for (const Work &work : works()) {
            const QByteArray bytes = encodeJob({{someone(), work}, noon});
            for (qsizetype bit = 0; bit < bytes.size() * 8; ++bit) {
                QByteArray other = bytes;
                other[bit / 8] = char(other[bit / 8] ^ (1 << bit % 8));
                (void)decodeJob(other);
            }
        }
    }

    void whatIsAboutOneThingHasOneStream()
    {
        const RoomId room = RoomId::random(m_rng);
        auto send = randomOf<cmd::Send>(m_rng);
        auto read = randomOf<cmd::Read>(m_rng);
        auto edit = randomOf<cmd::Edit>(m_rng);
        send.room = read.room = edit.room = room;
        const QByteArray key = keyOf({someone(), protocol::Command(send)});
        QCOMPARE(keyOf({someone(), protocol::Command(read)}), key);
        QCOMPARE(keyOf({someone(), protocol::Command(edit)}), key);
        edit.room = RoomId::random(m_rng);
        QVERIFY(keyOf({someone(), protocol::Command(edit)}) != key);
        auto like = randomOf<cmd::LikePost>(m_rng);
        auto comment = randomOf<cmd::WriteComment>(m_rng);
        comment.post = like.post;
        QCOMPARE(keyOf({someone(), protocol::Command(like)}), keyOf({someone(), protocol::Command(comment)}));
        auto join = randomOf<cmd::JoinTable>(m_rng);
        auto leave = randomOf<cmd::LeaveTable>(m_rng);
        leave.table = join.table;
        QCOMPARE(keyOf({someone(), protocol::Command(join)}), keyOf({someone(), protocol::Command(leave)}));
    }

    void whatIsAboutOnePersonHasOneStream()
    {
        const Caller caller = someone();
        const AccountId account = caller.identity->account;
        const QByteArray key = keyOf({caller, protocol::Command(cmd::SetAway())});
        QCOMPARE(key, account.toBytes());
        QCOMPARE(keyOf({{}, DeviceGone{*caller.identity, 3}}), key);
        QCOMPARE(keyOf({nobody(), PasswordProved{account, {}, {}, {}}}), key);
        QCOMPARE(keyOf({caller, finished(false)}), key);
        Caller one = nobody(), other = nobody();
        other.connection = one.connection + 1;
        const protocol::Command resume(cmd::Resume{});
        QCOMPARE(keyOf({one, resume}), keyOf({one, resume}));
        QVERIFY(keyOf({one, resume}) != keyOf({other, resume}));
    }

    void everythingOfTheHouseHasTheFirstStream()
    {
        for (const Job &job : {Job{{}, Tick()}, Job{{}, DropFiles()}, Job{someone(), protocol::Command(cmd::Seek())}, Job{someone(), protocol::Command(cmd::EnterDate())}})
            QCOMPARE(streamOf(keyOf(job), 24), houseStream);
        QCOMPARE(streamOf("house", 1), houseStream);
    }

    void streamsAreUsedEvenly_data()
    {
        QTest::addColumn<int>("streams");
        for (const int streams : {1, 2, 7, 24, 256})
            QTest::addRow("%d", streams) << streams;
    }

    void streamsAreUsedEvenly()
    {
        QFETCH(int, streams);
        QMap<int, int> count;
        const int keys = 1000 * streams;
        for (int i = 0; i < keys; ++i)
            count[streamOf(RoomId::random(m_rng).toBytes(), streams)]++;
        QCOMPARE(count.size(), streams);
        QVERIFY(count.firstKey() == 0 && count.lastKey() == streams - 1);
        for (const int each : std::as_const(count))
            QVERIFY2(std::abs(each - 1000) < 200, qPrintable(QString::number(each))); // six times what chance does
    }

private:
    static std::optional<SentJob> thereAndBack(const Job &job) { return decodeJob(encodeJob({job, noon})); }
    Identity identity() { return {AccountId::random(m_rng), DeviceId::random(m_rng), protocol::Role(m_rng.below(3))}; }
    Caller someone() { return {firstConnection(3) + m_rng.below(1000), qint64(m_rng.below(1000)), identity(), u"2001:db8::1"_s}; }
    Caller nobody() { return {firstConnection(3) + m_rng.below(1000), 1, {}, u"10.0.0.1"_s}; }
    StagedFile staged() { return {u"파일/%1"_s.arg(m_rng.below(100)), FileHash(32, 'h'), 12345}; }
    FinishedUpload finished(bool image)
    {
        return {UploadId::random(m_rng), UploadFor::Post, randomOf<protocol::Attachment>(m_rng), staged(), image ? std::optional(staged()) : std::nullopt};
    }
    static Work replayOf(Job job) { return Replay{12, std::make_shared<const Job>(std::move(job))}; }
    std::vector<Work> works()
    {
        return {protocol::Command(randomOf<cmd::Send>(m_rng)),
                SignUpHashed{randomOf<cmd::SignUp>(m_rng), "hash", false},
                PasswordProved{AccountId::random(m_rng), ClientId::random(m_rng), u"거실 PC"_s, "again"},
                DeviceGone{identity(), firstConnection(9)},
                finished(true),
                DropFiles{{staged().hash, staged().hash}},
                DropFiles(),
                replayOf({someone(), protocol::Command(randomOf<cmd::Send>(m_rng))})};
    }

    SeededRng m_rng{20261122};
};

} // namespace jjak::engine

QTEST_GUILESS_MAIN(jjak::engine::TestJobCodec)
#include "tst_job_codec.moc"
