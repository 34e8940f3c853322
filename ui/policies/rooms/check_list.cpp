#include "ui/policies/rooms/check_list.h"

#include "ui/shared/themed.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLabel>

#include <algorithm>

namespace signalbox {

CheckList::CheckList(Theme& theme, const QString& objectName, Qt::Orientation orientation, const QString& none,
                     QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_layout(new QBoxLayout(orientation == Qt::Horizontal ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom, this)),
      m_none(newLabel(none, theme, TextStyle::Secondary, ThemeColor::TextMuted, this))
{
    setObjectName(objectName);
    m_layout->setContentsMargins(0, theme.px(2), 0, theme.px(2));
    m_layout->setSpacing(theme.px(orientation == Qt::Horizontal ? 16 : 4));
    m_layout->addWidget(m_none);
    m_layout->addStretch(1);
}

void CheckList::setChoices(const Choices& choices)
{
    if (choices == m_choices)
        return;
    m_choices = choices;
    qDeleteAll(m_boxes);
    m_boxes.clear();
    for (const auto& [id, name] : choices) {
        auto* box = new QCheckBox(QString(name).replace(u'&', QStringLiteral("&&")), this);
        box->setObjectName(objectName() + id);
        connect(box, &QCheckBox::clicked, this, [this] { Q_EMIT edited(chosen()); });
        m_layout->insertWidget(int(m_boxes.size()), box);
        m_boxes.push_back(box);
    }
    m_none->setVisible(choices.empty());
}

void CheckList::setChosen(const std::vector<std::string>& ids)
{
    for (std::size_t i = 0; i < m_boxes.size(); ++i)
        m_boxes[i]->setChecked(std::ranges::find(ids, m_choices[i].first.toStdString()) != ids.end());
}

std::vector<std::string> CheckList::chosen() const
{
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < m_boxes.size(); ++i)
        if (m_boxes[i]->isChecked())
            ids.push_back(m_choices[i].first.toStdString());
    return ids;
}

}
