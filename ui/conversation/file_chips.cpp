#include "ui/conversation/file_chips.h"

#include "ui/shared/buttons.h"
#include "ui/shared/elided_label.h"
#include "ui/shared/format_text.h"
#include "ui/shared/themed.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace signalbox {

FileChips::FileChips(Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme), m_rows(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("filesToSend"));
    m_rows->setContentsMargins(0, theme.px(4), 0, theme.px(4));
    m_rows->setSpacing(theme.px(2));
    connect(&theme, &Theme::changed, this, &FileChips::rebuild);
    hide();
}

void FileChips::setFiles(std::vector<FileToSend> files)
{
    m_files = std::move(files);
    rebuild();
    Q_EMIT changed();
}

QString FileChips::add(FileToSend file)
{
    if (m_files.size() >= mostAttachments)
        return tr("At most %n files go with one reply.", nullptr, int(mostAttachments));
    if (file.bytes.empty())
        return tr("%1 is empty.").arg(line(file.name, 60));
    if (std::int64_t(file.bytes.size()) > mostAttachmentBytes)
        return tr("%1 is larger than %2.").arg(line(file.name, 60), formatBytes(mostAttachmentBytes));
    m_files.push_back(std::move(file));
    rebuild();
    Q_EMIT changed();
    return {};
}

QWidget* FileChips::newChip(std::size_t at)
{
    const FileToSend& file = m_files[at];
    auto* chip = new QWidget(this);
    setSurface(*chip, m_theme, ThemeColor::Hover);
    auto* row = new QHBoxLayout(chip);
    row->setContentsMargins(m_theme.px(8), 0, 0, 0);
    row->setSpacing(m_theme.px(8));
    auto* name = new ElidedLabel(m_theme, TextStyle::Secondary, ThemeColor::Text, chip);
    name->setText(line(file.name, 200));
    row->addWidget(name, 1);
    row->addWidget(
        newLabel(formatBytes(qint64(file.bytes.size())), m_theme, TextStyle::Secondary, ThemeColor::TextMuted, chip));
    QToolButton* remove = newIconButton(m_theme, QStringLiteral("close"), tr("Remove %1").arg(line(file.name, 60)),
                                        QStringLiteral("removeFile"), chip);
    row->addWidget(remove);
    connect(remove, &QToolButton::clicked, this, [this, at] {
        std::vector<FileToSend> left = m_files;
        left.erase(left.begin() + std::ptrdiff_t(at));
        setFiles(std::move(left));
    });
    return chip;
}

void FileChips::rebuild()
{
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();   // one of its buttons may be what brought us here
        delete item;
    }
    for (std::size_t at = 0; at < m_files.size(); ++at)
        m_rows->addWidget(newChip(at));
    setVisible(!m_files.empty());
}

}
