// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/files/thumbnails.h"

#include <QPointer>

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

const QString trustedKey = u"desktop/trustedRooms"_s;

} // namespace

Thumbnails::Thumbnails(Context &context, QObject *parent) : QObject(parent), m_context(context)
{
    const auto rooms = context.settings.extra(trustedKey).toStringList();
    m_trusted = QSet<QString>(rooms.begin(), rooms.end());
    connect(&context.session, &client::Session::synced, this, &Thumbnails::reset);
    connect(&context.session, &client::Session::signedOut, this, [this] {
        m_pictures.clear();
        m_outgoing.clear();
        m_trusted.clear();
        m_context.settings.setExtra(trustedKey, QStringList());
    });
    connect(&context.session, &client::Session::messageChanged, this, [this](RoomId room, const protocol::Message &message) {
        if (!message.file)
            m_pictures.remove({room, message.seq}); // deleted, or its file has expired
    });
}

QPixmap Thumbnails::get(RoomId room, qint64 seq, bool mine)
{
    const Key key{room, seq};
    if (!m_pictures.has(key))
        fetch(key);
    return m_pictures.get(key, isBlurred(room, seq, mine));
}

QPixmap Thumbnails::outgoing(ClientId cid)
{
    if (const QPixmap *known = m_outgoing.object(cid))
        return *known;
    const QPixmap made = decodedThumbnail(m_context.session.outgoingImage(cid));
    if (!made.isNull())
        m_outgoing.insert(cid, new QPixmap(made), costOf(made));
    return made;
}

bool Thumbnails::isBlurred(RoomId room, qint64 seq, bool mine) const
{
    return !mine && !m_pictures.isRevealed({room, seq}) && !m_trusted.contains(QString::fromLatin1(room.toText()));
}

void Thumbnails::reveal(RoomId room, qint64 seq)
{
    m_pictures.reveal({room, seq});
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
    m_pictures.reset();
}

void Thumbnails::fetch(const Key &key)
{
    if (!m_pictures.ask(key))
        return;
    m_context.session.fetchFile(key.first, key.second, true, [self = QPointer<Thumbnails>(this), key](const Result<QByteArray> &bytes) {
        if (self && bytes && self->m_pictures.put(key, *bytes))
            Q_EMIT self->arrived(key.first, key.second);
    });
}

} // namespace jjak::desktop
