#pragma once

#include "model/domain/attachment.h"
#include "ui/shared/theme.h"

#include <QWidget>

#include <vector>

class QHBoxLayout;
class QVBoxLayout;

namespace signalbox {

// The files that will go with a reply: a chip each, with its size and a button that takes it away. Hidden without any.
class FileChips : public QWidget {
    Q_OBJECT

public:
    explicit FileChips(Theme& theme, QWidget* parent = nullptr);

    const std::vector<FileToSend>& files() const { return m_files; }
    void setFiles(std::vector<FileToSend> files);
    // Why a file may not come along ("It is larger than 10 MB."); empty: it is there now.
    QString add(FileToSend file);

Q_SIGNALS:
    void changed();

private:
    void rebuild();
    QWidget* newChip(std::size_t at);

    Theme& m_theme;
    std::vector<FileToSend> m_files;
    QVBoxLayout* m_rows;
};

}
