// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/files/thumbnails.h"

#include <QBuffer>
#include <QImageReader>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

constexpr int rememberedKib = 64 * 1024;
constexpr int blurredSide = 9; //!< pixels that are left of the longer side
constexpr int previewSide = 640;
const QString trustedKey = u"desktop/trustedRooms"_s;

int costOf(const QPixmap &picture)
{
    return std::max(1, picture.width() * picture.height() * 4 / 1024);
}

//! What the server made, or this program: JPEG or PNG and nothing else is read here.
QPixmap decoded(const QByteArray &bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    const QByteArray format = QImageReader::imageFormat(&buffer);
    if (format != "jpeg" && format != "png")
        return {};
    QImageReader reader(&buffer, format);
    const QSize size = reader.size();
    if (!size.isValid() || std::max(size.width(), size.height()) > limits::imageSide)
        return {};
    if (std::max(size.width(), size.height()) > previewSide)
        reader.setScaledSize(size.scaled(previewSide, previewSide, Qt::KeepAspectRatio));
    return QPixmap::fromImage(reader.read());
}

} // namespace

QPixmap blurred(const QPixmap &picture)
{
    if (picture.isNull())
        return {};
    const QImage few = picture.toImage().scaled(blurredSide, blurredSide, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    return QPixmap::fromImage(few.scaled(picture.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
}

Thumbnails::Thumbnails(Context &context, QObject *parent) : QObject(parent), m_context(context), m_plain(rememberedKib), m_blurred(rememberedKib), m_outgoing(rememberedKib)
{
    const auto rooms = context.settings.extra(trustedKey).toStringList();
    m_trusted = QSet<QString>(rooms.begin(), rooms.end());
    connect(&context.session, &client::Session::synced, this, &Thumbnails::reset);
    connect(&context.session, &client::Session::signedOut, this, [this] {
        m_plain.clear();
        m_blurred.clear();
        m_outgoing.clear();
        m_asked.clear();
        m_revealed.clear();
        m_trusted.clear();
        m_context.settings.setExtra(trustedKey, QStringList());
    });
    connect(&context.session, &client::Session::messageChanged, this, [this](RoomId room, const protocol::Message &message) {
        if (message.file)
            return;
        m_plain.remove({room, message.seq}); // deleted, or its file has expired
        m_blurred.remove({room, message.seq});
    });
}

QPixmap Thumbnails::get(RoomId room, qint64 seq, bool mine)
{
    const Key key{room, seq};
    const QPixmap *plain = m_plain.object(key);
    if (!plain) {
        fetch(key);
        return {};
    }
    if (!isBlurred(room, seq, mine))
        return *plain;
    if (const QPixmap *known = m_blurred.object(key))
        return *known;
    const QPixmap made = blurred(*plain);
    m_blurred.insert(key, new QPixmap(made), costOf(made));
    return made;
}

QPixmap Thumbnails::outgoing(ClientId cid)
{
    if (const QPixmap *known = m_outgoing.object(cid))
        return *known;
    const QPixmap made = decoded(m_context.session.outgoingImage(cid));
    if (!made.isNull())
        m_outgoing.insert(cid, new QPixmap(made), costOf(made));
    return made;
}

bool Thumbnails::isBlurred(RoomId room, qint64 seq, bool mine) const
{
    return !mine && !m_revealed.contains({room, seq}) && !m_trusted.contains(QString::fromLatin1(room.toText()));
}

void Thumbnails::reveal(RoomId room, qint64 seq)
{
    m_revealed.insert({room, seq});
    Q_EMIT arrived(room, seq);
}

void Thumbnails::trust(RoomId room)
{
    m_trusted.insert(QString::fromLatin1(room.toText()));
    m_context.settings.setExtra(trustedKey, QStringList(m_trusted.begin(), m_trusted.end()));
    Q_EMIT arrived(room, 0);
}

void Thumbnails::reset()
{
    m_asked.clear();
}

void Thumbnails::fetch(const Key &key)
{
    if (m_asked.contains(key))
        return;
    m_asked.insert(key);
    m_context.session.fetchFile(key.first, key.second, true, [self = QPointer<Thumbnails>(this), key](const Result<QByteArray> &bytes) {
        if (!self || !bytes)
            return;
        const QPixmap picture = decoded(*bytes);
        if (picture.isNull())
            return;
        self->m_plain.insert(key, new QPixmap(picture), costOf(picture));
        self->m_asked.remove(key); // when it is forgotten for want of room it may be fetched again
        Q_EMIT self->arrived(key.first, key.second);
    });
}

} // namespace jjak::desktop
