// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/client/desktop/kit_samples.h"

#include "client/desktop/kit/message_row.h"
#include "client/desktop/kit/room_delegate.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop::test {

namespace {

void add(QStandardItemModel &model, const MessageRow &row)
{
    auto *item = new QStandardItem(row.text);
    item->setData(QString::number(model.rowCount()), RowIdRole);
    item->setData(int(row.kind), RowKindRole);
    item->setData(row.mine, RowMineRole);
    item->setData(row.author, RowAuthorRole);
    item->setData(row.timeText, RowTimeTextRole);
    item->setData(row.daySeparator, RowDaySeparatorRole);
    item->setData(row.unreadLine, RowUnreadLineRole);
    item->setData(int(row.state), RowSendStateRole);
    item->setData(row.failure, RowFailureRole);
    item->setData(row.firstOfGroup, RowFirstOfGroupRole);
    item->setData(row.lastOfGroup, RowLastOfGroupRole);
    item->setData(row.fileName, RowFileNameRole);
    item->setData(row.fileDetail, RowFileDetailRole);
    item->setData(row.imageSize, RowImageSizeRole);
    item->setData(row.image, RowImageRole);
    item->setData(row.progress, RowProgressRole);
    item->setData(row.quote, RowQuoteRole);
    item->setData(row.edited, RowEditedRole);
    item->setData(row.deleted, RowDeletedRole);
    item->setData(QVariant::fromValue(row.reactions), RowReactionsRole);
    item->setData(row.covered, RowCoveredRole);
    item->setData(row.callsMe, RowCallsMeRole);
    item->setData(QVariant::fromValue(row.calls), RowCallsRole);
    model.appendRow(item);
}

void addRoom(QStandardItemModel &model, const RoomRow &row)
{
    auto *item = new QStandardItem(row.name);
    item->setData(row.preview, RoomPreviewRole);
    item->setData(row.timeText, RoomTimeTextRole);
    item->setData(row.draft, RoomDraftRole);
    item->setData(row.unread, RoomUnreadRole);
    item->setData(row.demo, RoomDemoRole);
    item->setData(row.muted, RoomMutedRole);
    item->setData(row.ended, RoomEndedRole);
    item->setData(row.online, RoomOnlineRole);
    model.appendRow(item);
}

QPixmap picture()
{
    QPixmap pixmap(640, 420);
    pixmap.fill(QColor(0x7FB3D5));
    return pixmap;
}

} // namespace

void fillConversation(QStandardItemModel &model)
{
    add(model, {.kind = RowKind::Notice, .text = u"두 사람이 연결되었어요. 거리: 5 km 안"_s, .daySeparator = u"11월 20일 금요일"_s});
    add(model, {.text = u"안녕하세요! 반가워요 😊"_s, .author = u"푸른고래"_s, .lastOfGroup = false});
    add(model, {.text = u"저는 주말마다 한강에서 자전거를 타요. 요즘은 날씨가 좋아서 뚝섬에서 잠실까지 다녀오고, 돌아오는 길에는 편의점에서 라면도 먹어요."_s,
                .author = u"푸른고래"_s, .timeText = u"오후 3:20"_s, .firstOfGroup = false});
    add(model, {.mine = true, .text = u"오, 저도요!"_s, .lastOfGroup = false, .state = SendState::Read});
    add(model, {.mine = true,
                .text = u"Have you tried the new route along the stream? It is quiet in the morning, and there is a tiny café at the end."_s,
                .timeText = u"오후 3:22"_s, .firstOfGroup = false, .state = SendState::Read});
    add(model, {.text = u"🥰👍🏽"_s, .author = u"푸른고래"_s, .timeText = u"오후 3:23"_s});
    add(model, {.text = u"<b>이건 굵은 글씨가 아니에요</b> &amp; https://example.org/한강/길?x=1 (여기예요)"_s, .author = u"푸른고래"_s,
                .timeText = u"오후 3:24"_s, .daySeparator = u"오늘"_s, .unreadLine = true});
    add(model, {.kind = RowKind::Host, .text = u"지금부터 첫 번째 주제예요. 가장 좋아하는 계절과 그 까닭을 이야기해 볼까요?"_s, .author = u"짝이 · 진행자"_s,
                .timeText = u"오후 3:30"_s});
    add(model, {.text = u"한강 해 질 녘"_s, .author = u"푸른고래"_s, .timeText = u"오후 3:31"_s, .imageSize = QSize(1280, 840),
                .image = picture()});
    add(model, {.author = u"푸른고래"_s, .timeText = u"오후 3:31"_s, .imageSize = QSize(1280, 840), .image = picture(), .covered = true});
    add(model, {.text = u"다음에는 @여우님도 오세요?"_s, .author = u"푸른고래"_s, .timeText = u"오후 3:32"_s, .callsMe = true, .calls = {{5, 3}}});
    add(model, {.mine = true, .timeText = u"오후 3:32"_s, .state = SendState::Sending, .fileName = u"주말-자전거-코스.gpx"_s,
                .fileDetail = u"128 kB"_s, .progress = 60});
    add(model, {.mine = true, .text = u"지금 보내는 중"_s, .timeText = u"오후 3:33"_s, .state = SendState::Queued});
    add(model, {.mine = true, .text = u"보냈어요"_s, .timeText = u"오후 3:34"_s, .state = SendState::Stored});
    add(model, {.mine = true, .text = u"내일이면 사라져요"_s, .timeText = u"오후 3:34"_s, .state = SendState::Delivered, .until = u"3. 12. 오후 3:34"_s});
    add(model, {.text = u"좋아요! 이번 토요일 어때요?"_s, .author = u"푸른고래"_s, .timeText = u"오후 3:35"_s,
                .quote = u"나: Have you tried the new route along the stream? It is quiet in the morning"_s, .edited = true,
                .reactions = {{.emoji = u"👍"_s, .count = 1, .mine = true}, {.emoji = u"❤️"_s, .count = 12}}});
    add(model, {.mine = true, .text = u"네!"_s, .timeText = u"오후 3:35"_s, .state = SendState::Read, .quote = u"푸른고래: 좋아요!"_s, .edited = true,
                .reactions = {{.emoji = u"😂"_s, .count = 3}, {.emoji = u"😮"_s, .count = 1}, {.emoji = u"😢"_s, .count = 1}, {.emoji = u"🙏"_s, .count = 2, .mine = true}, {.emoji = u"👨‍👩‍👧"_s, .count = 1},
                              {.emoji = u"🇰🇷"_s, .count = 1}, {.emoji = u"🎉"_s, .count = 1000}, {.emoji = u"👀"_s, .count = 1}, {.emoji = u"💯"_s, .count = 1}}});
    add(model, {.text = u"Message deleted"_s, .author = u"푸른고래"_s, .timeText = u"오후 3:35"_s, .deleted = true});
    add(model, {.mine = true, .text = u"지운 메시지예요"_s, .timeText = u"오후 3:35"_s, .state = SendState::Stored, .deleted = true});
    add(model, {.mine = true, .text = u"이건 못 갔어요"_s, .timeText = u"오후 3:35"_s, .state = SendState::Failed,
                .failure = u"보내지 못했어요. 다시 보내려면 누르세요."_s});
}

void fillRooms(QStandardItemModel &model)
{
    addRoom(model, {.name = u"푸른고래"_s, .preview = u"저는 주말마다 한강에서 자전거를 타요. 요즘은 날씨가 좋아서"_s, .timeText = u"오후 3:24"_s, .unread = 3, .online = true});
    addRoom(model, {.name = u"Minji"_s, .preview = u"See you at eight!\nBring a coat."_s, .timeText = u"오후 1:02"_s, .unread = 128});
    addRoom(model, {.name = u"초록우산"_s, .preview = u"네"_s, .timeText = u"어제"_s, .draft = u"혹시 내일 시간"_s, .demo = true});
    addRoom(model, {.name = u"커피 테이블: 오늘 뭐 먹지?"_s, .preview = u"마라탕 어때요"_s, .timeText = u"어제"_s, .unread = 12, .muted = true});
    addRoom(model, {.name = u"A person with a very long name that cannot fit"_s, .preview = u"bye"_s, .timeText = u"11월 2일"_s, .demo = true, .ended = true});
}

} // namespace jjak::desktop::test
