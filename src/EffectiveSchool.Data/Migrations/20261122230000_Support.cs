using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EffectiveSchool.Data.Migrations
{
    /// <inheritdoc />
    public partial class Support : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_import_rows_import_batches_batch_id",
                table: "import_rows");

            migrationBuilder.DropForeignKey(
                name: "fk_result_changes_import_batches_batch_id",
                table: "result_changes");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddForeignKey(
                name: "fk_import_rows_import_batches_batch_id",
                table: "import_rows",
                column: "batch_id",
                principalTable: "import_batches",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.AddForeignKey(
                name: "fk_result_changes_import_batches_batch_id",
                table: "result_changes",
                column: "batch_id",
                principalTable: "import_batches",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);
        }
    }
}
