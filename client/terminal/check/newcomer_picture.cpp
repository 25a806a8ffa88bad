// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "client/core/sentences.h"
#include "client/terminal/check/newcomer.h"
#include "client/terminal/check/newcomer_words.h"
#include "client/terminal/check/picture.h"
#include "client/terminal/words.h"

//! The newcomer shows a picture, and looks for what was said.
namespace jjak::terminal {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize pictureSize(320, 200);

//! By content.
bool isPicture(const QByteArray &bytes)
{
    return bytes.startsWith("\xff\xd8\xff") || bytes.startsWith("\x89PNG\r\n\x1a\n");
}

} // namespace

//! The other one has written by now: to a stranger no image can be sent.
void Newcomer::showPicture()
{
    step(translate("term", "send an image"), 30s);
    const QByteArray picture = dawn(pictureSize);
    const auto put = m_session.sendImage(m_room, picture, u"dawn.png"_s, newcomerCaption());
    if (!put)
        return fail(client::sentence(put.error()));
    m_picture = *put;
    done(translate("term", "sends an image of %1 × %2 pixels, %3 bytes").arg(pictureSize.width()).arg(pictureSize.height()).arg(picture.size()));
}

//! It is sent when it is a message and no longer on its way.
void Newcomer::checkPicture()
{
    if (m_ended || m_picture.isNull())
        return;
    const auto outbox = m_session.outbox(m_room);
    if (const auto entry = std::ranges::find(outbox, m_picture, &client::OutboxEntry::cid); entry != outbox.end())
        return entry->state == client::OutboxEntry::State::Refused ? fail(client::sentence(entry->error)) : void();
    const auto messages = m_session.cachedMessages(m_room, 0, 20);
    const auto found = std::ranges::find(messages, protocol::MessageKind::Image, &protocol::Message::kind);
    if (found == messages.end() || !found->file)
        return; // taken from the outbox a moment before the message is here
    m_picture = {};
    if (QSize(found->file->width, found->file->height) != pictureSize)
        return fail(u"the stored image has another size"_s);
    done(translate("term", "message %1 is stored: the image, with “%2”").arg(found->seq).arg(found->text));
    step(translate("term", "get the image back"), 15s);
    m_session.fetchFile(m_room, found->seq, false, [this](const Result<QByteArray> &bytes) {
        if (!bytes)
            return fail(client::sentence(bytes.error()));
        if (!isPicture(*bytes))
            return fail(u"what came back is no image"_s);
        done(translate("term", "the image has come back, painted anew, %1 bytes").arg(bytes->size()));
        lookFor(newcomerPart(), {});
    });
}

//! First a part of what was said, then a part of the image's caption.
void Newcomer::lookFor(const QString &part, const QString &after)
{
    step(translate("term", "look for “%1”").arg(part), 15s);
    m_session.search(part, std::nullopt, after, [this, part](const Result<protocol::cmd::Found> &found) {
        if (!found)
            return fail(client::sentence(found.error()));
        if (found->hits.isEmpty() && found->next)
            return lookFor(part, *found->next); // a page tells how far was looked
        const bool inPicture = part == newcomerCaptionPart();
        const auto hit = std::ranges::find_if(found->hits, [&](const protocol::cmd::Hit &one) {
            return one.room == m_room && one.message.text.contains(part) && (one.message.kind == protocol::MessageKind::Image) == inPicture;
        });
        if (hit == found->hits.end())
            return fail(translate("term", "“%1” was not found.").arg(part));
        done(translate("term", "“%1” was found in message %2: %3").arg(part, QString::number(hit->message.seq), hit->message.text));
        if (!inPicture)
            return lookFor(newcomerCaptionPart(), {});
        m_withDate ? visitDate() : signOut();
    });
}

} // namespace jjak::terminal
