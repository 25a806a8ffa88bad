// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QTest>

#include "server/storage/store_set.h"
#include "tests/e2e/asker.h"
#include "tests/support/prepared.h"
#include "tests/support/server_process.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::e2e;

namespace {

//! A word in every form in which its bytes could lie somewhere.
QByteArrayList formsOf(const QString &word)
{
    QByteArrayList out;
    for (const QString &text : {word, word.normalized(QString::NormalizationForm_D), word.normalized(QString::NormalizationForm_KD).toCaseFolded(), word.toCaseFolded()}) {
        out.append(text.toUtf8());
        QByteArray little, big;
        for (const QChar c : text) {
            little += char(c.unicode() & 0xff);
            little += char(c.unicode() >> 8);
            big += char(c.unicode() >> 8);
            big += char(c.unicode() & 0xff);
        }
        out += {little, big};
    }
    return out;
}

//! Every file of the folder that has the word in it, in whatever form.
QStringList filesWith(const QString &folder, const QStringList &words)
{
    QStringList out;
    for (QDirIterator it(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories); it.hasNext();) {
        QFile file(it.next());
        if (!file.open(QIODevice::ReadOnly))
            continue; // a socket
        const QByteArray content = file.readAll();
        for (const QString &word : words) {
            const auto forms = formsOf(word);
            const auto times = std::accumulate(forms.begin(), forms.end(), qsizetype(0), [&](qsizetype sum, const QByteArray &form) { return sum + content.count(form); });
            if (times > 0)
                out.append(u"%1: %2 (%3)"_s.arg(QFileInfo(file).fileName(), word).arg(times));
        }
    }
    return out;
}

const QStringList gone{u"비밀정원Secret"_s, u"먼저한말First"_s, u"인용Quoted"_s, u"채운말Filling"_s, u"파일속의말Inside"_s, u"파일이름Named"_s, u"사진설명Caption"_s};
const QString kept = u"남는말Kept"_s;

//! Two people, their room, and a server that can be stopped in between.
struct Scene {
    explicit Scene(const QHash<QString, QString> &settings = {}) : server(settings)
    {
        test::Preparation preparation(server.database());
        people = preparation.people(2, u"p"_s);
        room = preparation.rooms(people, 2).front();
        for (const auto &p : preparation.people(40, u"q"_s))
            others.push_back(p);
        otherRooms = preparation.rooms(others, 2);
    }
    bool begin()
    {
        if (!server.start())
            return false;
        asker = std::make_unique<Asker>(server.port());
        return asker->resume(people[0].token);
    }
    Told ask(const QString &command, QJsonObject args, RoomId where)
    {
        args.insert(u"room"_s, QString::fromLatin1(where.toText()));
        return asker->ask(command, args);
    }
    qint64 say(const QString &text, std::optional<qint64> reply = {})
    {
        QJsonObject args{{u"cid"_s, QString::fromLatin1(ClientId::random(rng).toText())}, {u"text"_s, text}};
        if (reply)
            args.insert(u"reply"_s, *reply);
        const Told told = ask(u"room.send"_s, args, room);
        return told.ok.value(u"seq"_s).toInteger();
    }
    //! A file of a few bytes; the seq of its message.
    qint64 sendFile(const QString &name, const QString &caption, const QByteArray &bytes)
    {
        const Told ticket = ask(u"file.offer"_s, {{u"cid"_s, QString::fromLatin1(ClientId::random(rng).toText())}, {u"name"_s, name}, {u"bytes"_s, bytes.size()}, {u"image"_s, false}, {u"caption"_s, caption}}, room);
        const QString upload = ticket.ok.value(u"upload"_s).toString();
        const QByteArray head = QByteArray::fromBase64(upload.toLatin1(), QByteArray::Base64UrlEncoding) + QByteArray(8, '\0');
        (void)asker->sendChunk(head + bytes);
        return asker->ask(u"file.finish"_s, {{u"upload"_s, upload}}).ok.value(u"seq"_s).toInteger();
    }
    //! What other people write in their rooms between two messages, so that pages are divided and rows move.
    void fill()
    {
        storage::StoreSet set(server.database(), storage::OpenAs::Writer);
        for (int batch = 0; batch < 40; ++batch) {
            set.stores().transaction.begin();
            for (int i = 0; i < 100; ++i) {
                const bool goes = i % 2 == 0;
                protocol::Message message{0, 1, protocol::MessageKind::Text, (goes ? gone[3] : kept) + QString(qsizetype(rng.below(150)), u'.'), fromMs(1'800'000'000'000), {}};
                if (goes)
                    message.expires = fromMs(1'900'000'000'000);
                set.stores().messages.append({otherRooms[size_t(rng.below(otherRooms.size()))], message, {}});
            }
            set.stores().transaction.commit();
        }
    }
    //! While the server is down: everything is older by that, and what expires has expired.
    void letTimePass(Duration time)
    {
        storage::StoreSet set(server.database(), storage::OpenAs::Writer);
        set.database().change(u"UPDATE message SET at = at - ?, expires = iif(expires IS NULL, NULL, 1)"_s, time);
    }
    //! A post with a picture of that name; its id.
    QString post(const QString &title, const QString &text, const QString &picture)
    {
        const QByteArray png = QByteArray::fromBase64("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
        const QString cid = QString::fromLatin1(ClientId::random(rng).toText());
        (void)asker->ask(u"lounge.introduce"_s, {{u"profile"_s, QJsonObject{{u"name"_s, u"writer"_s}, {u"line"_s, u""_s}, {u"languages"_s, QJsonArray()}, {u"interests"_s, QJsonArray()}, {u"ranked"_s, false}}}});
        const QString upload = asker->ask(u"picture.offer"_s, {{u"cid"_s, cid}, {u"name"_s, picture}, {u"bytes"_s, png.size()}}).ok.value(u"upload"_s).toString();
        (void)asker->sendChunk(QByteArray::fromBase64(upload.toLatin1(), QByteArray::Base64UrlEncoding) + QByteArray(8, '\0') + png);
        (void)asker->ask(u"picture.finish"_s, {{u"upload"_s, upload}});
        return asker->ask(u"lounge.write"_s, {{u"cid"_s, cid}, {u"title"_s, title}, {u"text"_s, text}, {u"tags"_s, QJsonArray()}, {u"pictures"_s, QJsonArray{upload}}}).ok.value(u"post"_s).toString();
    }
    qint64 messages()
    {
        storage::StoreSet set(server.database(), storage::OpenAs::Reader);
        return set.database().value<qint64>(u"SELECT count(*) FROM message WHERE text <> ''"_s).value_or(-1);
    }

    //! Whether the word lies in some file.
    bool lies(const QString &word)
    {
        return QTest::qWaitFor([&] { return !filesWith(server.folder(), {word}).isEmpty(); }, 10'000);
    }
    //! Looked for twice: while the server writes its log back, the bytes can be where one has just looked.
    QStringList remains()
    {
        const QStringList found = filesWith(server.folder(), gone);
        return found.isEmpty() ? filesWith(server.folder(), gone) : found;
    }

    SeededRng rng{4};
    test::ServerProcess server;
    std::vector<test::PreparedPerson> people, others;
    RoomId room;
    std::vector<RoomId> otherRooms;
    std::unique_ptr<Asker> asker;
};

} // namespace

//! That what is gone is gone from the disk: a real server, and every file of its data folder looked through.
class TestExpiredBytes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatExpiredIsInNoFile()
    {
        Scene scene;
        scene.fill();
        QVERIFY(scene.begin());
        QCOMPARE(scene.ask(u"room.expiry"_s, {{u"expiry"_s, u"1h"_s}}, scene.room).code, u"ok"_s);
        const qint64 first = scene.say(gone[1]);
        QCOMPARE(scene.ask(u"message.edit"_s, {{u"seq"_s, first}, {u"text"_s, u"then "_s + gone[0]}}, scene.room).code, u"ok"_s);
        QVERIFY(scene.say(gone[2], first) > first);
        QVERIFY(scene.sendFile(gone[5] + u".txt"_s, gone[6], (gone[4] + QString(5000, u'x')).toUtf8()) > first);
        QCOMPARE(scene.ask(u"message.react"_s, {{u"seq"_s, first}, {u"emoji"_s, u"👍"_s}, {u"on"_s, true}}, scene.room).code, u"ok"_s);
        for (const QString &word : {gone[0], gone[1], gone[2], gone[5], gone[6]})
            QCOMPARE(scene.ask(u"room.search"_s, {{u"text"_s, word.first(2)}}, scene.room).ok.value(u"hits"_s).toArray().size(), word == gone[1] ? 0 : 1);
        for (const QString &word : gone)
            QVERIFY2(scene.lies(word), qPrintable(word)); // the search for it can find it
        scene.server.kill(); // the log is left as it is

        scene.letTimePass(2h);
        QVERIFY(scene.begin());
        QVERIFY(QTest::qWaitFor([&] { return scene.messages() == 2000; }, 60'000));
        QStringList found;
        QVERIFY2(QTest::qWaitFor([&] { return (found = scene.remains()).isEmpty(); }, 40'000), qPrintable(found.join(u'\n')));
        QVERIFY(scene.lies(kept));
        QVERIFY(scene.server.terminate());
        QCOMPARE(filesWith(scene.server.folder(), gone), QStringList());
    }

    void whatWasDeletedIsInNoFile()
    {
        Scene scene;
        QVERIFY(scene.begin());
        const qint64 seq = scene.say(gone[1]);
        QCOMPARE(scene.ask(u"message.edit"_s, {{u"seq"_s, seq}, {u"text"_s, gone[0]}}, scene.room).code, u"ok"_s);
        QVERIFY(scene.lies(gone[0]) && scene.lies(gone[1]));
        QCOMPARE(scene.ask(u"message.delete"_s, {{u"seq"_s, seq}}, scene.room).code, u"ok"_s);
        QCOMPARE(scene.messages(), 0);
        QStringList found;
        QVERIFY2(QTest::qWaitFor([&] { return (found = scene.remains()).isEmpty(); }, 40'000), qPrintable(found.join(u'\n')));
    }

    void aDeletedPostAndItsPictureAreInNoFile()
    {
        Scene scene;
        QVERIFY(scene.begin());
        const QString post = scene.post(gone[0], gone[1], gone[5] + u".png"_s);
        QCOMPARE(scene.asker->ask(u"lounge.open"_s, {{u"post"_s, post}}).ok.value(u"post"_s).toObject().value(u"pictures"_s).toArray().size(), 1);
        QVERIFY(scene.lies(gone[0]) && scene.lies(gone[1]) && scene.lies(gone[5]));
        const auto stored = [&] {
            int files = 0;
            for (QDirIterator it(scene.server.folder() + u"/files"_s, QDir::Files, QDirIterator::Subdirectories); it.hasNext(); it.next())
                ++files;
            return files;
        };
        QVERIFY(stored() > 0);
        QCOMPARE(scene.asker->ask(u"lounge.erase"_s, {{u"post"_s, post}}).code, u"ok"_s);
        QTRY_COMPARE(stored(), 0);
        QStringList found;
        QVERIFY2(QTest::qWaitFor([&] { return (found = scene.remains()).isEmpty(); }, 40'000), qPrintable(found.join(u'\n')));
    }

    void theOperatorsRetentionIsKept()
    {
        Scene scene({{u"JJAK_ROOMS_RETENTION_DAYS"_s, u"30"_s}});
        QVERIFY(scene.begin());
        scene.say(gone[0]);
        QVERIFY(scene.lies(gone[0]));
        scene.server.kill();
        scene.letTimePass(std::chrono::days(31));
        QVERIFY(scene.begin());
        QVERIFY(scene.say(kept) > 1);
        QVERIFY(QTest::qWaitFor([&] { return scene.messages() == 1; }, 20'000));
        QStringList found;
        QVERIFY2(QTest::qWaitFor([&] { return (found = scene.remains()).isEmpty(); }, 40'000), qPrintable(found.join(u'\n')));
        QVERIFY(scene.lies(kept));
    }
};

QTEST_GUILESS_MAIN(TestExpiredBytes)
#include "tst_expired_bytes.moc"
