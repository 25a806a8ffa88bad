// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/terminal/full/switcher.h"

#include <algorithm>

#include "client/core/place/place_key.h"
#include "client/terminal/words.h"

namespace jjak::terminal {

Switcher::Switcher(std::vector<Entry> entries) : m_entries(std::move(entries))
{
    filter();
}

void Switcher::filter()
{
    m_found.clear();
    std::ranges::copy_if(m_entries, std::back_inserter(m_found), [this](const Entry &entry) { return client::isMeantBy(entry.name, m_typed.text()); });
    m_chosen = 0;
}

Switcher::Wish Switcher::act(const Key &key)
{
    const int count = int(m_found.size());
    switch (key.code) {
    case Key::Code::Escape:
        return Wish::Close;
    case Key::Code::Enter:
        return m_found.empty() ? Wish::Nothing : Wish::Open;
    case Key::Code::Up:
    case Key::Code::Down:
        if (count > 0)
            m_chosen = (m_chosen + (key.code == Key::Code::Down ? 1 : count - 1)) % count;
        return Wish::Nothing;
    default:
        break;
    }
    if (key.isControl(u'k') || key.isControl(u'c'))
        return Wish::Close;
    const QString before = m_typed.text();
    applyKey(m_typed, key);
    if (m_typed.text() != before)
        filter();
    return Wish::Nothing;
}

RoomId Switcher::chosen() const
{
    return m_found.empty() ? RoomId() : m_found[size_t(m_chosen)].room;
}

ListBox Switcher::view() const
{
    ListBox box;
    box.title = translate("term", "Go to: %1").arg(m_typed.text());
    box.chosen = m_found.empty() ? -1 : m_chosen;
    box.isTyped = true;
    for (const Entry &entry : m_found)
        box.lines += entry.name;
    if (m_found.empty())
        box.lines += translate("term", "No chat is called so.");
    return box;
}

} // namespace jjak::terminal
