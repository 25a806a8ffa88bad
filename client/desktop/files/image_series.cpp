// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/files/image_series.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

MessageImage::MessageImage(client::Session &session, RoomId room, qint64 seq, const QPixmap &preview) : m_session(session), m_room(room), m_seq(seq), m_preview(preview)
{
    connect(&session, &client::Session::fetchProgress, this, [this](RoomId of, qint64 which, qint64 have, qint64 total) {
        if (of == m_room && which == m_seq)
            Q_EMIT progress(0, have, total);
    });
}

QString MessageImage::name(int) const
{
    const auto message = m_session.cachedMessage(m_room, m_seq);
    return message && message->file ? message->file->name : u"image.jpg"_s;
}

void MessageImage::fetch(int, Done done)
{
    m_session.fetchFile(m_room, m_seq, false, std::move(done));
}

void MessageImage::cancel(int)
{
    m_session.cancelFetch(m_room, m_seq);
}

} // namespace jjak::desktop
