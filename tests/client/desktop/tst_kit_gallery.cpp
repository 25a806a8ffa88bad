// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/kit/avatar.h"
#include "client/desktop/kit/badge.h"
#include "client/desktop/kit/banner.h"
#include "client/desktop/kit/card_flow.h"
#include "client/desktop/kit/countdown_ring.h"
#include "client/desktop/kit/elided_label.h"
#include "client/desktop/kit/empty_state.h"
#include "client/desktop/kit/icons.h"
#include "client/desktop/kit/message_delegate.h"
#include "client/desktop/kit/password_strength.h"
#include "client/desktop/kit/radar_picker.h"
#include "client/desktop/kit/room_delegate.h"
#include "client/desktop/kit/theme.h"
#include "tests/client/desktop/kit_samples.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

#include <memory>

using namespace Qt::StringLiterals;
using namespace jjak::desktop;

//! Draws every widget of the kit in light and dark, at normal and double size, and looks at the result. With
//! JJAK_GALLERY=<folder> the pictures are kept.
class TstKitGallery : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void eachPieceShows_data();
    void eachPieceShows();
    void noTextIsCutOff_data();
    void noTextIsCutOff();
    void theTwoLooksDiffer();

private:
    QWidget *make(const QString &piece);
    void keep(const QImage &image, const QString &name) const;

    std::unique_ptr<Theme> m_theme;
    QStandardItemModel m_conversation;
    QStandardItemModel m_rooms;
};

namespace {

const QStringList koreanSteps{u"같은 동네"_s, u"2 km"_s, u"5 km"_s, u"10 km"_s, u"20 km"_s, u"50 km"_s, u"100 km"_s, u"어디든"_s};
const QStringList englishSteps{u"Same area"_s, u"2 km"_s, u"5 km"_s, u"10 km"_s, u"20 km"_s, u"50 km"_s, u"100 km"_s, u"Anywhere"_s};
const QStringList pieces{u"radar"_s, u"radar-small"_s, u"radar-large"_s, u"conversation"_s, u"rooms"_s, u"controls"_s, u"small"_s, u"cards"_s, u"empty"_s, u"icons"_s};

int colours(const QImage &image)
{
    QSet<QRgb> seen;
    for (int y = 0; y < image.height(); y += 2) {
        for (int x = 0; x < image.width(); x += 2)
            seen.insert(image.pixel(x, y));
    }
    return int(seen.size());
}

QPushButton *button(const QString &text, const QString &kind, QWidget *parent)
{
    auto *made = new QPushButton(text, parent);
    made->setProperty("kind", kind);
    return made;
}

QLabel *label(const QString &text, const QString &tone, QWidget *parent)
{
    auto *made = new QLabel(text, parent);
    made->setProperty("tone", tone);
    return made;
}

QWidget *controls()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->addWidget(label(u"오늘, 누구를 만날까요?"_s, u"display"_s, page));
    column->addWidget(label(u"Tonight at eight"_s, u"title"_s, page));
    column->addWidget(label(u"일곱 사람이 별명으로 한자리에 앉아요."_s, u"muted"_s, page));
    auto *row = new QHBoxLayout;
    row->addWidget(button(u"찾기 시작"_s, u"primary"_s, page));
    row->addWidget(button(u"Cancel"_s, {}, page));
    row->addWidget(button(u"나가기"_s, u"danger"_s, page));
    row->addWidget(button(u"Later"_s, u"quiet"_s, page));
    row->addWidget(button(u"자세히"_s, u"link"_s, page));
    column->addLayout(row);
    auto *edit = new QLineEdit(u"강남구"_s, page);
    column->addWidget(edit);
    auto *search = new QLineEdit(page);
    search->setPlaceholderText(u"동네 이름 또는 초성 (ㄱㄴ)"_s);
    column->addWidget(search);
    auto *combo = new QComboBox(page);
    combo->addItems({u"한국어"_s, u"English"_s});
    column->addWidget(combo);
    auto *text = new QPlainTextEdit(u"메시지를 쓰세요 …\nWrite a message"_s, page);
    text->setFixedHeight(70);
    column->addWidget(text);
    auto *choices = new QHBoxLayout;
    auto *check = new QCheckBox(u"현재 위치 대신 동네를 고를래요"_s, page);
    check->setChecked(true);
    choices->addWidget(check);
    auto *radio = new QRadioButton(u"아무도 아님 Nobody"_s, page);
    radio->setChecked(true);
    choices->addWidget(radio);
    choices->addWidget(new QRadioButton(u"별빛여우"_s, page));
    column->addLayout(choices);
    auto *progress = new QProgressBar(page);
    progress->setTextVisible(false);
    progress->setValue(62);
    column->addWidget(progress);
    auto *tabs = new QTabBar(page);
    tabs->addTab(u"최신"_s);
    tabs->addTab(u"인기 Popular"_s);
    column->addWidget(tabs);
    return page;
}

} // namespace

void TstKitGallery::initTestCase()
{
    m_theme = std::make_unique<Theme>();
    m_theme->setMotionAllowed(false);
    m_theme->applyTo(*qApp);
    test::fillConversation(m_conversation);
    test::fillRooms(m_rooms);
}

void TstKitGallery::keep(const QImage &image, const QString &name) const
{
    const QString folder = qEnvironmentVariable("JJAK_GALLERY");
    if (!folder.isEmpty())
        QVERIFY(image.save(QDir(folder).filePath(name + u".png"_s)));
}

QWidget *TstKitGallery::make(const QString &piece)
{
    const Theme &theme = *m_theme;
    if (piece.startsWith("radar"_L1)) {
        auto *radar = new RadarPicker(theme, piece == "radar-large"_L1 ? englishSteps : koreanSteps);
        radar->setValue(piece == "radar-small"_L1 ? 3 : 4);
        const int side = piece == "radar-small"_L1 ? 240 : piece == "radar-large"_L1 ? 600 : 380;
        radar->resize(side, side);
        return radar;
    }
    if (piece == "conversation"_L1) {
        auto *view = new QListView;
        view->setModel(&m_conversation);
        view->setItemDelegate(new MessageDelegate(theme, view));
        view->setResizeMode(QListView::Adjust);
        view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        view->resize(560, 1280);
        return view;
    }
    if (piece == "rooms"_L1) {
        auto *view = new QListView;
        view->setModel(&m_rooms);
        view->setItemDelegate(new RoomDelegate(theme, view));
        view->setCurrentIndex(m_rooms.index(0, 0));
        view->resize(320, 400);
        return view;
    }
    if (piece == "controls"_L1)
        return controls();
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    if (piece == "small"_L1) {
        for (const auto tone : {Banner::Tone::Info, Banner::Tone::Good, Banner::Tone::Warning, Banner::Tone::Bad}) {
            auto *banner = new Banner(theme, page);
            banner->say(tone, u"연결이 끊겼어요. 4초 뒤에 다시 이어 볼게요."_s, tone == Banner::Tone::Warning ? u"지금 다시"_s : QString());
            column->addWidget(banner);
        }
        auto *row = new QHBoxLayout;
        for (const auto &[left, total] : {std::pair{24'000, 30'000}, std::pair{9'000, 30'000}, std::pair{3'000, 30'000}}) {
            auto *ring = new CountdownRing(theme, page);
            ring->setRemaining(left, total);
            row->addWidget(ring);
        }
        for (const QString &name : {u"민지"_s, u"Alex"_s, u"🦊 여우"_s, u""_s}) {
            auto *avatar = new Avatar(theme, 48, page);
            avatar->setPerson(name, name);
            row->addWidget(avatar);
        }
        for (const int count : {3, 42, 500}) {
            auto *badge = new Badge(theme, page);
            badge->setCount(count);
            row->addWidget(badge);
        }
        column->addLayout(row);
        for (const QString &password : {u"1234"_s, u"sunshine82"_s, u"고래가 달에서 춤추다 17"_s}) {
            auto *strength = new PasswordStrength(theme, page);
            strength->setPassword(password);
            column->addWidget(strength);
        }
        auto *elided = new ElidedLabel(page);
        elided->setText(u"아주 긴 이름이라서 끝까지 보이지 않는 방의 제목입니다 and then quite some more words so that it overflows"_s);
        column->addWidget(elided);
        page->setFixedWidth(640);
    } else if (piece == "cards"_L1) {
        auto *holder = new QWidget(page);
        auto *flow = new CardFlow(theme.px(220), theme.px(14), holder);
        for (const QString &text : {u"한강에서 자전거 탈 사람?"_s, u"Best quiet café near Seongsu for a rainy afternoon"_s, u"초보 등산 모임"_s, u"책 바꿔 읽어요"_s}) {
            auto *card = new Card(theme, holder);
            card->setClickable(true);
            auto *inside = new QVBoxLayout(card);
            inside->setContentsMargins(0, 0, 0, 0);
            auto *title = label(text, u"strong"_s, card);
            title->setWordWrap(true);
            inside->addWidget(title);
            inside->addWidget(label(u"좋아요 12 · 댓글 4"_s, u"muted"_s, card));
            flow->addWidget(card);
        }
        column->addWidget(holder);
        column->addStretch();
        page->resize(760, 320);
    } else if (piece == "empty"_L1) {
        auto *empty = new EmptyState(theme, u"chats"_s, page);
        empty->setTexts(u"아직 대화가 없어요"_s, u"가까운 곳에서 찾거나 소개팅에 앉으면 여기에 대화가 생겨요."_s, u"가까운 사람 찾기"_s);
        column->addWidget(empty);
        page->resize(520, 420);
    } else if (piece == "icons"_L1) {
        auto *holder = new QWidget(page);
        auto *flow = new CardFlow(36, 6, holder);
        for (const QString &name : iconNames()) {
            auto *tool = new QToolButton(holder);
            tool->setIcon(themedIcon(theme, name));
            tool->setIconSize({22, 22});
            flow->addWidget(tool);
        }
        column->addWidget(holder);
        auto *mark = new QLabel(page);
        mark->setPixmap(applicationIcon(true).pixmap(96, 96));
        column->addWidget(mark);
        page->resize(520, 480);
    }
    return page;
}

void TstKitGallery::eachPieceShows_data()
{
    QTest::addColumn<QString>("piece");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<int>("zoom");
    for (const QString &piece : pieces) {
        for (const bool dark : {false, true})
            QTest::addRow("%s %s", qPrintable(piece), dark ? "dark" : "light") << piece << dark << 100;
    }
    QTest::newRow("controls large") << u"controls"_s << false << 150;
    QTest::newRow("rooms large") << u"rooms"_s << true << 150;
    QTest::newRow("conversation large") << u"conversation"_s << false << 150;
}

void TstKitGallery::eachPieceShows()
{
    QFETCH(QString, piece);
    QFETCH(bool, dark);
    QFETCH(int, zoom);
    m_theme->setMode(dark ? Theme::Mode::Dark : Theme::Mode::Light);
    m_theme->setZoom(zoom);
    m_theme->setMotionAllowed(piece == "radar-large"_L1);
    const std::unique_ptr<QWidget> widget(make(piece));
    widget->show();
    QCoreApplication::processEvents();
    const QImage image = widget->grab().toImage();
    keep(image, u"%1-%2-%3"_s.arg(piece, dark ? u"dark"_s : u"light"_s).arg(zoom));
    QVERIFY2(colours(image) > 20, qPrintable(QString::number(colours(image))));
    const Tokens &tokens = m_theme->tokens();
    const QColor corner = image.pixelColor(image.width() - 1, image.height() - 1);
    QVERIFY2(corner == tokens.background || corner == tokens.surface, qPrintable(corner.name()));
    m_theme->setZoom(100);
}

void TstKitGallery::noTextIsCutOff_data()
{
    QTest::addColumn<QString>("piece");
    QTest::addColumn<int>("zoom");
    for (const int zoom : {90, 100, 150, 200}) {
        for (const QString &piece : {u"controls"_s, u"cards"_s, u"empty"_s, u"small"_s})
            QTest::addRow("%s %d%%", qPrintable(piece), zoom) << piece << zoom;
    }
}

void TstKitGallery::noTextIsCutOff()
{
    QFETCH(QString, piece);
    QFETCH(int, zoom);
    m_theme->setZoom(zoom);
    const std::unique_ptr<QWidget> widget(make(piece));
    widget->show(); // sizes are known only when the style sheet has been applied
    widget->resize(widget->sizeHint().expandedTo(widget->size()));
    QCoreApplication::processEvents();
    int seen = 0;
    for (const QLabel *text : widget->findChildren<QLabel *>()) {
        if (text->text().isEmpty() || !text->isVisible())
            continue;
        ++seen;
        const int needed = text->wordWrap() ? text->heightForWidth(text->width()) : text->sizeHint().height();
        QVERIFY2(text->height() >= needed, qPrintable(text->text()));
        QVERIFY2(text->wordWrap() || text->width() >= text->sizeHint().width(), qPrintable(text->text()));
    }
    for (const QAbstractButton *each : widget->findChildren<QAbstractButton *>()) {
        if (each->text().isEmpty() || !each->isVisible())
            continue;
        ++seen;
        QVERIFY2(each->width() >= each->sizeHint().width() && each->height() >= each->sizeHint().height() - 1, // a pixel of Fusion's own frame
                 qPrintable(u"%1: %2x%3 of %4x%5"_s.arg(each->text()).arg(each->width()).arg(each->height()).arg(each->sizeHint().width()).arg(each->sizeHint().height())));
    }
    QVERIFY(seen > 0);
    m_theme->setZoom(100);
}

void TstKitGallery::theTwoLooksDiffer()
{
    for (const QString &piece : pieces) {
        QList<QImage> images;
        for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
            m_theme->setMode(mode);
            const std::unique_ptr<QWidget> widget(make(piece));
            images.append(widget->grab().toImage());
        }
        QVERIFY2(images[0] != images[1], qPrintable(piece));
    }
}

QTEST_MAIN(TstKitGallery)
#include "tst_kit_gallery.moc"
