// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QImage>
#include <QBuffer>
#include <QJsonArray>
#include <QTest>
#include <QtEndian>

#include "tests/e2e/asker.h"
#include "tests/support/prepared.h"
#include "tests/support/server_process.h"

using namespace jjak;
using namespace jjak::e2e;
using namespace jjak::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int chunkBytes = 32 * 1024;

//! A photograph, as a telephone might have made it, with a sentence in its metadata.
QByteArray photo(const char *format)
{
    QImage image(640, 480, QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            image.setPixel(x, y, qRgb(x % 256, y % 256, (x * y) % 256));
    }
    image.setText(u"Comment"_s, u"taken at 37.5665 N"_s);
    QByteArray out;
    QBuffer buffer(&out);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return out;
}

QByteArray headOf(const QString &upload, qint64 offset)
{
    QByteArray out = QByteArray::fromBase64(upload.toLatin1(), QByteArray::Base64UrlEncoding) + QByteArray(8, '\0');
    qToBigEndian(offset, out.data() + 16);
    return out;
}

} // namespace

//! Images and files between two people, and pictures of posts, over the sockets of a real server.
class TestFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anImageArrivesWithoutItsMetadata_data();
    void anImageArrivesWithoutItsMetadata();
    void whatIsNoImageIsRefused_data();
    void whatIsNoImageIsRefused();
    void aFileGoesOnAfterADisconnect();
    void whatIsDeletedIsGoneFromTheDisk();
    void aPictureOfAPostIsGoneWithIt();
    void aBinaryFrameBeforeTheSignInEndsIt();

private:
    QString offer(qint64 bytes, bool image, const QString &cid = u"AAAAAAAAAAAAAAAAAAAAAQ"_s);
    //! The file of the newest message, once it is all there.
    QByteArray fetched(qint64 seq, bool thumbnail) { return fetched(u"file.fetch"_s, {{u"room"_s, m_room}, {u"seq"_s, seq}, {u"thumbnail"_s, thumbnail}}); }
    QByteArray fetched(const QString &command, QJsonObject args);
    //! How many files lie in the data folder apart from the database's own and the server's; with `needle`: that contain it.
    int filesOnDisk(const QByteArray &needle = {}) const;
    //! Sends all of it; the answer to file.finish, or the other one.
    Told sent(const QString &upload, const QByteArray &bytes, const QString &finish = u"file.finish"_s);

    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<Asker> m_one, m_other;
    PreparedPerson m_sender;
    QString m_room;
};

void TestFiles::init()
{
    m_server = std::make_unique<ServerProcess>();
    std::vector<PreparedPerson> people;
    {
        Preparation preparation(m_server->database());
        people = preparation.people(2, u"p"_s);
        m_room = QString::fromLatin1(preparation.rooms(people, 2).front().toText());
    }
    m_sender = people[0];
    QVERIFY2(m_server->start(), qPrintable(m_server->log()));
    m_one = std::make_unique<Asker>(m_server->port());
    m_other = std::make_unique<Asker>(m_server->port());
    QVERIFY(m_one->resume(people[0].token) && m_other->resume(people[1].token));
}

QString TestFiles::offer(qint64 bytes, bool image, const QString &cid)
{
    return m_one->ask(u"file.offer"_s, {{u"room"_s, m_room}, {u"cid"_s, cid}, {u"name"_s, u"a photo.png"_s}, {u"bytes"_s, bytes}, {u"image"_s, image}, {u"caption"_s, u"look"_s}}).ok["upload"_L1].toString();
}

Told TestFiles::sent(const QString &upload, const QByteArray &bytes, const QString &finish)
{
    for (qsizetype at = 0; at < bytes.size(); at += chunkBytes) {
        const auto progress = m_one->sendChunk(headOf(upload, at) + bytes.mid(at, chunkBytes));
        if (progress["offset"_L1].toInteger() != std::min<qint64>(at + chunkBytes, bytes.size()))
            return {u"chunk"_s};
    }
    return m_one->ask(finish, {{u"upload"_s, upload}});
}

QByteArray TestFiles::fetched(const QString &command, QJsonObject args)
{
    QByteArray out;
    for (;;) {
        args.insert(u"offset"_s, out.size());
        const auto piece = m_other->askBytes(command, args);
        if (!piece || piece->isEmpty())
            return out;
        out += *piece;
    }
}

int TestFiles::filesOnDisk(const QByteArray &needle) const
{
    int count = 0;
    for (const QString &folder : {u"/files"_s, u"/uploads"_s}) {
        for (QDirIterator it(m_server->folder() + folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); it.hasNext();) {
            QFile file(it.next());
            count += file.open(QIODevice::ReadOnly) && file.readAll().contains(needle);
        }
    }
    return count;
}

void TestFiles::anImageArrivesWithoutItsMetadata_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("PNG") << photo("PNG");
    QTest::newRow("JPEG") << photo("JPG");
}

void TestFiles::anImageArrivesWithoutItsMetadata()
{
    QFETCH(const QByteArray, bytes);
    QVERIFY(bytes.contains("37.5665"));
    const auto answer = sent(offer(bytes.size(), true), bytes);
    QCOMPARE(answer.text(), Told{u"ok"_s}.text());
    const QJsonObject page = m_other->ask(u"room.history"_s, {{u"room"_s, m_room}, {u"limit"_s, 10}}).ok;
    const QJsonObject message = page["messages"_L1].toArray().at(0).toObject(), file = message["file"_L1].toObject();
    QCOMPARE(message["kind"_L1].toString(), u"image"_s);
    QCOMPARE(message["text"_L1].toString(), u"look"_s);
    QCOMPARE(file["width"_L1].toInt(), 640);
    QCOMPARE(file["height"_L1].toInt(), 480);
    const QByteArray image = fetched(1, false), thumbnail = fetched(1, true);
    QCOMPARE(image.size(), file["bytes"_L1].toInteger());
    QCOMPARE(thumbnail.size(), file["thumbnail"_L1].toInteger());
    QCOMPARE(QImage::fromData(image).size(), QSize(640, 480));
    const QSize small = QImage::fromData(thumbnail).size();
    QVERIFY(std::max(small.width(), small.height()) <= 320);
    QVERIFY(!image.contains("37.5665") && !thumbnail.contains("37.5665"));
    QTRY_COMPARE(filesOnDisk(), 2);
    QCOMPARE(filesOnDisk("37.5665"), 0);
}

void TestFiles::whatIsNoImageIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("reason");
    QTest::newRow("text") << QByteArray("#!/bin/sh\necho I am a picture\n") << u"type"_s;
    QTest::newRow("vector graphics") << QByteArray("<svg xmlns=\"http://www.w3.org/2000/svg\"/>") << u"type"_s;
    QTest::newRow("half a picture") << photo("PNG").first(2000) << u"damaged"_s;
}

void TestFiles::whatIsNoImageIsRefused()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, reason);
    const QString upload = offer(bytes.size(), true);
    const auto answer = sent(upload, bytes);
    QCOMPARE(answer.code, u"file.type"_s);
    QCOMPARE(answer.reason, reason);
    QCOMPARE(m_one->ask(u"file.withdraw"_s, {{u"upload"_s, upload}}).code, u"ok"_s);
    QTRY_COMPARE(filesOnDisk(), 0);
    QCOMPARE(m_other->ask(u"room.history"_s, {{u"room"_s, m_room}, {u"limit"_s, 10}}).ok["head"_L1].toInt(), 0);
}

void TestFiles::aFileGoesOnAfterADisconnect()
{
    QByteArray bytes(1'000'000, Qt::Uninitialized);
    for (qsizetype i = 0; i < bytes.size(); ++i)
        bytes[i] = char(i * 7 + i / 1000);
    const QString upload = offer(bytes.size(), false);
    for (qint64 at = 0; at < 10 * chunkBytes; at += chunkBytes)
        QVERIFY(!m_one->sendChunk(headOf(upload, at) + bytes.mid(at, chunkBytes)).contains("error"_L1));
    for (int i = 0; i < 4; ++i) // some that are under way when the line is cut: they arrive or they do not
        m_one->sendBinary(headOf(upload, (10 + i) * chunkBytes) + bytes.mid((10 + i) * chunkBytes, chunkBytes));
    QVERIFY(m_one->resume(m_sender.token));
    const auto ticket = m_one->ask(u"file.offer"_s, {{u"room"_s, m_room}, {u"cid"_s, u"AAAAAAAAAAAAAAAAAAAAAQ"_s}, {u"name"_s, u"a photo.png"_s}, {u"bytes"_s, bytes.size()}, {u"image"_s, false}, {u"caption"_s, u"look"_s}});
    QCOMPARE(ticket.ok["upload"_L1].toString(), upload);
    qint64 at = ticket.ok["offset"_L1].toInteger();
    QVERIFY(at >= 10 * chunkBytes);
    while (at < bytes.size()) {
        const auto progress = m_one->sendChunk(headOf(upload, at) + bytes.mid(at, chunkBytes));
        QVERIFY(progress["offset"_L1].toInteger() >= at);
        at = progress["offset"_L1].toInteger();
    }
    QCOMPARE(m_one->ask(u"file.finish"_s, {{u"upload"_s, upload}}).code, u"ok"_s);
    QCOMPARE(fetched(1, false), bytes);
    QTRY_COMPARE(filesOnDisk(), 1);
}

void TestFiles::whatIsDeletedIsGoneFromTheDisk()
{
    QCOMPARE(sent(offer(6, false), "secret").code, u"ok"_s);
    QTRY_COMPARE(filesOnDisk("secret"), 1);
    QCOMPARE(m_one->ask(u"message.delete"_s, {{u"room"_s, m_room}, {u"seq"_s, 1}}).code, u"ok"_s);
    QVERIFY(!m_other->askBytes(u"file.fetch"_s, {{u"room"_s, m_room}, {u"seq"_s, 1}, {u"thumbnail"_s, false}, {u"offset"_s, 0}}));
    QTRY_COMPARE(filesOnDisk(), 0);
}

void TestFiles::aPictureOfAPostIsGoneWithIt()
{
    const QString cid = u"AAAAAAAAAAAAAAAAAAAAAQ"_s;
    const QByteArray bytes = photo("JPG");
    const QJsonObject profile{{u"name"_s, u"느린산책"_s}, {u"line"_s, QString()}, {u"languages"_s, QJsonArray()}, {u"interests"_s, QJsonArray()}, {u"ranked"_s, false}};
    QCOMPARE(m_one->ask(u"lounge.introduce"_s, {{u"profile"_s, profile}}).code, u"ok"_s);
    const auto offered = [&] { return m_one->ask(u"picture.offer"_s, {{u"cid"_s, cid}, {u"name"_s, u"../산책.webp"_s}, {u"bytes"_s, bytes.size()}}).ok; };
    const QString upload = offered()["upload"_L1].toString();
    const auto finished = sent(upload, bytes, u"picture.finish"_s);
    QCOMPARE(finished.code, u"ok"_s);
    const QJsonObject picture = finished.ok["picture"_L1].toObject(), file = picture["file"_L1].toObject();
    QCOMPARE(picture["upload"_L1].toString(), upload);
    QCOMPARE(file["name"_L1].toString(), u"picture.jpg"_s); // what it was called might tell whose it is
    QVERIFY(file["width"_L1].toInt() == 640 && file["height"_L1].toInt() == 480);
    // As after a lost answer: the same ticket, with everything there, and the same picture.
    QVERIFY(offered()["upload"_L1].toString() == upload && offered()["offset"_L1].toInteger() == bytes.size());
    QCOMPARE(m_one->ask(u"picture.finish"_s, {{u"upload"_s, upload}}).ok, finished.ok);
    const QJsonObject whole{{u"upload"_s, upload}, {u"thumbnail"_s, false}}, small{{u"upload"_s, upload}, {u"thumbnail"_s, true}};
    QCOMPARE(fetched(u"picture.fetch"_s, whole), QByteArray()); // nobody else's before its post is written

    QJsonObject draft{{u"cid"_s, cid}, {u"title"_s, u"비 오는 날"_s}, {u"text"_s, QString()}, {u"tags"_s, QJsonArray()}, {u"pictures"_s, QJsonArray{upload, upload}}};
    QCOMPARE(m_one->ask(u"lounge.write"_s, draft), (Told{u"protocol.bad_field"_s, u"args.pictures"_s, u"value"_s}));
    draft.insert(u"pictures"_s, QJsonArray{upload});
    const QString post = m_one->ask(u"lounge.write"_s, draft).ok["post"_L1].toString();
    QCOMPARE(m_one->ask(u"lounge.write"_s, draft).ok["post"_L1].toString(), post);
    QCOMPARE(m_other->ask(u"lounge.open"_s, {{u"post"_s, post}}).ok["post"_L1].toObject()["pictures"_L1].toArray(), QJsonArray{picture});
    const QByteArray image = fetched(u"picture.fetch"_s, whole), thumbnail = fetched(u"picture.fetch"_s, small);
    QVERIFY(image.size() == file["bytes"_L1].toInteger() && thumbnail.size() == file["thumbnail"_L1].toInteger());
    QCOMPARE(QImage::fromData(image).size(), QSize(640, 480));
    QVERIFY(bytes.contains("37.5665") && !image.contains("37.5665") && !thumbnail.contains("37.5665"));
    QTRY_COMPARE(filesOnDisk(), 2);

    QCOMPARE(m_one->ask(u"lounge.erase"_s, {{u"post"_s, post}}).code, u"ok"_s);
    QCOMPARE(fetched(u"picture.fetch"_s, whole), QByteArray());
    QTRY_COMPARE(filesOnDisk(), 0);
}

void TestFiles::aBinaryFrameBeforeTheSignInEndsIt()
{
    Asker stranger(m_server->port());
    QVERIFY(stranger.greet());
    stranger.sendBinary("anything");
    QVERIFY(stranger.closed());
    QVERIFY(stranger.heard().last().contains("protocol.order"));
}

QTEST_GUILESS_MAIN(TestFiles)
#include "tst_files.moc"
