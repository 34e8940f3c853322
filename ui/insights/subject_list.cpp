#include "ui/insights/subject_list.h"

#include "ui/shared/digits.h"
#include "ui/shared/row_delegate.h"
#include "ui/shared/style_paint.h"
#include "ui/shared/themed.h"

#include <QPainter>

namespace signalbox {
namespace {

constexpr int subjectRole = Qt::UserRole;   // none: a heading
constexpr int valueRole = Qt::UserRole + 1;

class SubjectDelegate : public RowDelegate {
public:
    SubjectDelegate(const Theme& theme, QObject* parent) : RowDelegate(theme, parent), m_theme(theme) { }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        if (!index.data(subjectRole).isValid()) {
            painter->save();
            painter->setFont(m_theme.font(TextStyle::SectionLabel));
            painter->setPen(m_theme.color(ThemeColor::TextMuted));
            painter->drawText(option.rect.adjusted(m_theme.px(20), 0, -m_theme.px(8), -m_theme.px(4)),
                              Qt::AlignLeft | Qt::AlignBottom, index.data().toString());
            painter->restore();
            return;
        }
        RowDelegate::paint(painter, option, index);
        painter->save();
        painter->setPen(m_theme.color(ThemeColor::TextMuted));
        paintDigits(*painter, option.rect.adjusted(m_theme.px(20), 0, -m_theme.px(20), 0), Qt::AlignRight,
                    m_theme.font(TextStyle::Secondary), index.data(valueRole).toString());
        painter->restore();
    }

private:
    const Theme& m_theme;
};

}

SubjectList::SubjectList(Theme& theme, QWidget* parent) : QListWidget(parent)
{
    setObjectName(QStringLiteral("insightsSubjects"));
    setAccessibleName(tr("Subjects"));
    setItemDelegate(new SubjectDelegate(theme, this));
    setMouseTracking(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSurface(*viewport(), theme, ThemeColor::Raised);
    connect(this, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem* item) {
        if (item && item->data(subjectRole).isValid())
            Q_EMIT chosen(item->data(subjectRole).toInt());
    });
}

int SubjectList::addSubject(const QString& heading, const QString& name)
{
    int at = 0;
    while (at < count() && (item(at)->data(subjectRole).isValid() || item(at)->text() != heading))
        ++at;
    if (at == count()) {
        auto* head = new QListWidgetItem(heading, this);
        head->setFlags(Qt::NoItemFlags);
    }
    ++at;
    while (at < count() && item(at)->data(subjectRole).isValid())
        ++at;
    auto* made = new QListWidgetItem(name);
    made->setData(subjectRole, m_subjects);
    insertItem(at, made);
    return m_subjects++;
}

int SubjectList::rowOf(int subject) const
{
    for (int row = 0; row < count(); ++row)
        if (const QVariant found = item(row)->data(subjectRole); found.isValid() && found.toInt() == subject)
            return row;
    return -1;
}

void SubjectList::setValue(int subject, const QString& value)
{
    QListWidgetItem* const shown = item(rowOf(subject));
    shown->setData(valueRole, value);
    shown->setData(Qt::AccessibleTextRole, value.isEmpty() ? shown->text() : tr("%1: %2").arg(shown->text(), value));
}

void SubjectList::choose(int subject) { setCurrentRow(rowOf(subject)); }

}
