// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/nearby/place_dialog.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include "client/desktop/kit/icons.h"
#include "client/desktop/makers.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

constexpr int mostResults = 30;

} // namespace

PlaceDialog::PlaceDialog(Context &context, QWidget *parent, OwnPlace::Factory factory)
    : QDialog(parent), m_context(context), m_own(new OwnPlace(this, std::move(factory))), m_edit(new QLineEdit(this)), m_list(new QListWidget(this)),
      m_note(makeLabel(this, Tone::Muted)), m_mine(makeButton(this)), m_ok(makeButton(this, Kind::Primary))
{
    const Theme &theme = context.theme;
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    setWindowTitle(tr("Where are you?"));
    auto *heading = makeLabel(this, Tone::Title);
    heading->setText(tr("Where are you?"));
    auto *explain = makeLabel(this, Tone::Muted);
    explain->setText(tr("Only a square of %1 km leaves this computer, never the exact place.").arg(context.session.hello().cellKm));
    m_edit->setPlaceholderText(tr("Town or district"));
    m_edit->setAccessibleName(tr("Town or district"));
    m_edit->addAction(themedIcon(theme, u"search"_s, IconTone::Muted), QLineEdit::LeadingPosition);
    m_edit->setClearButtonEnabled(true);
    m_edit->installEventFilter(this);
    m_list->setAccessibleName(tr("Places found"));
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_mine->setText(tr("Use my location"));
    m_mine->setIcon(themedIcon(theme, u"place"_s));
    m_ok->setText(tr("Choose"));
    m_ok->setDefault(true);
    m_ok->setEnabled(false);

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_mine);
    buttons->addStretch();
    buttons->addWidget(m_ok);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(20));
    layout->setSpacing(theme.px(10));
    layout->addWidget(heading);
    layout->addWidget(explain);
    layout->addWidget(m_edit);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_note);
    layout->addLayout(buttons);
    resize(theme.px(460), theme.px(520));

    connect(m_edit, &QLineEdit::textEdited, this, &PlaceDialog::search);
    connect(m_list, &QListWidget::itemDoubleClicked, this, &PlaceDialog::choose);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) { m_ok->setEnabled(row >= 0); });
    connect(m_ok, &QPushButton::clicked, this, &PlaceDialog::choose);
    connect(m_mine, &QPushButton::clicked, this, &PlaceDialog::useOwn);
    connect(m_own, &OwnPlace::failed, this, &PlaceDialog::ownFailed);
    connect(m_own, &OwnPlace::found, this, [this](Cell cell) {
        Q_EMIT chosen({labelFor(m_context, cell), cell});
        accept();
    });
    search({});
    m_edit->setFocus();
}

QString PlaceDialog::labelFor(const Context &context, Cell cell)
{
    const Coordinate middle = cell.centre();
    const auto place = context.places.nearest(middle.latitude, middle.longitude);
    return place ? place->name(QLocale().language()) : QString::fromLatin1(cell.toText());
}

void PlaceDialog::search(const QString &typed)
{
    const QLocale::Language language = QLocale().language();
    m_found = typed.trimmed().isEmpty() ? QList<client::Place>() : m_context.places.search(typed, mostResults);
    m_list->clear();
    for (const client::Place &place : m_found)
        m_list->addItem(tr("%1 – %2", "name of a place – where it is").arg(place.name(language), m_context.places.detail(place, language)));
    if (!m_found.isEmpty())
        m_list->setCurrentRow(0);
    m_ok->setEnabled(!m_found.isEmpty());
    if (typed.trimmed().isEmpty())
        m_note->setText(tr("Type the first letters, then choose with the arrow keys and Enter."));
    else
        m_note->setText(m_found.isEmpty() ? tr("No place of that name. Try a larger town close by.") : QString());
}

//! The arrow keys move in the list while one types.
bool PlaceDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress && m_list->count() > 0) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const int page = std::max(1, m_list->viewport()->height() / std::max(1, m_list->sizeHintForRow(0)));
        const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : key == Qt::Key_PageDown ? page : key == Qt::Key_PageUp ? -page : 0;
        if (step != 0) {
            m_list->setCurrentRow(std::clamp(m_list->currentRow() + step, 0, m_list->count() - 1));
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void PlaceDialog::choose()
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= m_found.size())
        return;
    const client::Place &place = m_found[row];
    Q_EMIT chosen({place.name(QLocale().language()), Cell::containing({place.latitude, place.longitude}, m_context.session.hello().cellKm)});
    accept();
}

void PlaceDialog::useOwn()
{
    m_mine->setEnabled(false);
    m_note->setText(tr("Asking this computer where it is … Its location service may ask a service on the internet."));
    m_own->find(m_context.session.hello().cellKm);
}

void PlaceDialog::ownFailed(OwnPlace::Failure failure)
{
    m_mine->setEnabled(true);
    switch (failure) {
    case OwnPlace::Failure::Missing: m_note->setText(tr("This computer does not know where it is. Please choose a place by name.")); break;
    case OwnPlace::Failure::Denied: m_note->setText(tr("The location of this computer may not be used. Please choose a place by name.")); break;
    case OwnPlace::Failure::Silent: m_note->setText(tr("This computer does not say where it is. Please choose a place by name.")); break;
    }
    m_edit->setFocus();
}

} // namespace jjak::desktop
